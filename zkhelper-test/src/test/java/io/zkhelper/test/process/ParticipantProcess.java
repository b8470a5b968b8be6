package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;

/**
 * A participant in a process of its own, seen from the test.
 */
final class ParticipantProcess implements AutoCloseable {

	/** A leader looks every 0.2 ms; this leaves room for a busy machine. */
	private static final Duration FRESH = Duration.ofMillis(500);

	private final String name;

	private final JavaProcess process;

	private final Logbook logbook;

	private final WriteBook writeBook;

	ParticipantProcess(String name, Path directory, Settings settings) {
		Path file = directory.resolve(name + ".runs");
		this.name = name;
		this.logbook = Logbook.open(file);
		this.writeBook = WriteBook.open(FencedWriter.bookOf(file));
		List<String> arguments = new ArrayList<>(List.of(name, file.toString()));
		arguments.addAll(settings.toArguments());
		this.process = JavaProcess.start(name, directory, ParticipantMain.class, arguments);
	}

	String name() {
		return this.name;
	}

	void awaitStarted() {
		this.process.awaitLine("started");
	}

	boolean isAlive() {
		return this.process.isAlive();
	}

	/**
	 * Whether a check has just answered true.
	 */
	boolean leads() {
		return this.logbook.leadsSince(System.nanoTime() - FRESH.toNanos());
	}

	/**
	 * Wait until there was a check since then.
	 */
	void awaitLookSince(long stamp) {
		Awaitility.await(this.name + " looks")
			.atMost(Duration.ofMinutes(2))
			.until(() -> this.logbook.looksSince(stamp));
	}

	long freeze() {
		return this.process.send("STOP");
	}

	/**
	 * Let it run again.
	 * @return a stamp from just before
	 */
	long thaw() {
		long before = System.nanoTime();
		this.process.send("CONT");
		return before;
	}

	long kill() {
		return this.process.send("KILL");
	}

	/**
	 * Tell it to close in order.
	 * @return a stamp from after it was told
	 */
	long terminate() {
		return this.process.send("TERM");
	}

	/**
	 * Wait until it has closed in order.
	 */
	void awaitClosed() {
		this.process.awaitEnd(Duration.ofSeconds(120));
	}

	List<Run> runs() {
		return this.logbook.runs(this.name);
	}

	List<Writes> writes() {
		return this.writeBook.writes(this.name);
	}

	List<Event> events() {
		return this.process.output()
			.stream()
			.filter(Event::isEvent)
			.map((line) -> Event.parse(this.name, line))
			.toList();
	}

	String log() {
		return this.process.log();
	}

	@Override
	public void close() {
		this.process.close();
	}

}
