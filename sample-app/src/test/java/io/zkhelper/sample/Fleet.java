package io.zkhelper.sample;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import static org.awaitility.Awaitility.await;

/**
 * Copies of the sample that share an embedded server and a database.
 */
final class Fleet implements AutoCloseable {

	// Outlasts the test, for whoever wonders why it failed
	private static final Path OUTPUT = Path.of("target", "fleet");

	private final Path directory;

	private final List<String> arguments;

	private final List<SampleProcess> copies = new ArrayList<>();

	private int started = 1;

	Fleet(Path directory) throws IOException {
		this(directory, Duration.ofMillis(20));
	}

	Fleet(Path directory, Duration takes) throws IOException {
		Files.createDirectories(OUTPUT);
		this.directory = directory;
		this.arguments = List.of("--zkhelper.embedded.port=" + freePort(),
				"--zkhelper.embedded.data-dir=" + directory.resolve("zookeeper"), "--sample.database=" + database(),
				"--sample.every=500ms", "--sample.takes=" + takes);
	}

	Path database() {
		return this.directory.resolve("reports.db");
	}

	SampleProcess start() throws IOException {
		Path output = OUTPUT.resolve("copy-%d.log".formatted(this.started++));
		SampleProcess copy = SampleProcess.start(freePort(), output, this.arguments);
		this.copies.add(copy);
		return copy;
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	/** Let a copy stop in an orderly way. */
	void terminate(SampleProcess copy) {
		this.copies.remove(copy);
		copy.terminate();
	}

	/** Let a copy die. */
	void kill(SampleProcess copy) {
		this.copies.remove(copy);
		copy.kill();
	}

	/**
	 * Wait until the copies other than this count that they skip the job, in good health.
	 */
	void awaitSkipped(SampleProcess leader) {
		await("the others skip").atMost(Duration.ofSeconds(20))
			.until(() -> this.copies.stream()
				.filter((copy) -> copy != leader)
				.allMatch((copy) -> copy.skipped() > 1 && copy.health().equals("UP")));
	}

	/** Wait until a copy is in the middle of a report. */
	void awaitWork(SampleProcess copy) {
		await("a copy is at work").atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(50))
			.until(copy::isWorking);
	}

	/** Wait until the leader has written a report. */
	void awaitReportOf(SampleProcess leader) {
		String id = leader.id();
		await("a report of " + id).atMost(Duration.ofSeconds(20))
			.until(() -> new Ledger(database()).lastAuthor().equals(id));
	}

	/** Wait until all copies see the same leader, and return which copy that is. */
	SampleProcess awaitLeader(Duration timeout) {
		await("all copies see the same leader").atMost(timeout).until(this::agree);
		return leader();
	}

	private boolean agree() {
		Set<String> leaders = this.copies.stream().map(SampleProcess::leader).collect(Collectors.toSet());
		return leaders.size() == 1 && this.copies.stream().filter(SampleProcess::leads).count() == 1;
	}

	private SampleProcess leader() {
		return this.copies.stream().filter(SampleProcess::leads).findFirst().orElseThrow();
	}

	/**
	 * Do something to the leader, and measure how long it takes until another copy leads.
	 */
	Duration timeToMove(SampleProcess leader, Duration atMost, Consumer<SampleProcess> deed) {
		long start = System.nanoTime();
		deed.accept(leader);
		await("another copy leads").atMost(atMost)
			.pollInterval(Duration.ofMillis(20))
			.until(() -> this.copies.stream().anyMatch((copy) -> copy != leader && copy.leads()));
		return Duration.ofNanos(System.nanoTime() - start);
	}

	@Override
	public void close() {
		this.copies.forEach(SampleProcess::close);
	}

}
