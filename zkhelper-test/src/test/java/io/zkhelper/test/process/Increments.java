package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Processes that increment the same value.
 */
final class Increments implements AutoCloseable {

	private static final Duration POLL = Duration.ofMillis(10);

	private final Path directory;

	private final List<IncrementProcess> processes = new ArrayList<>();

	private Increments(Path directory) {
		this.directory = directory;
	}

	/**
	 * Start a process for each of these settings.
	 */
	static Increments start(Path directory, List<Settings> settings) {
		Increments increments = new Increments(directory);
		settings.forEach(increments::start);
		increments.processes.forEach(IncrementProcess::awaitStarted);
		return increments;
	}

	private void start(Settings settings) {
		String name = "process-" + (this.processes.size() + 1);
		this.processes.add(new IncrementProcess(name, this.directory, settings));
	}

	int threads() {
		return this.processes.size() * IncrementMain.THREADS;
	}

	/**
	 * Wait until a number of threads have incremented since then.
	 * @return how long after the stamp that was
	 */
	Duration awaitProgress(int threads, long stamp, Duration atMost) {
		try {
			Awaitility.await("progress")
				.pollDelay(Duration.ZERO)
				.pollInterval(POLL)
				.atMost(atMost)
				.until(() -> progressedSince(stamp) >= threads);
		}
		catch (ConditionTimeoutException ex) {
			throw new AssertionError("%d of %d threads have incremented%n%s%n%s".formatted(progressedSince(stamp),
					threads(), this, logs()), ex);
		}
		return Duration.ofNanos(System.nanoTime() - stamp);
	}

	private int progressedSince(long stamp) {
		return tallies().mapToInt((tally) -> tally.progressedSince(stamp)).sum();
	}

	private Stream<Tally> tallies() {
		return this.processes.stream().map(IncrementProcess::tally);
	}

	String logs() {
		return this.processes.stream().map(IncrementProcess::log).collect(Collectors.joining("\n"));
	}

	void finish() {
		this.processes.forEach(IncrementProcess::finish);
	}

	long total(Tally.Outcome outcome) {
		return tallies().mapToLong((tally) -> tally.total(outcome)).sum();
	}

	/**
	 * How many increments are missing in the value.
	 */
	long lostUpdates() {
		try (FencedFile file = FencedFile.open(this.directory.resolve("value"))) {
			return total(Tally.Outcome.DONE) - file.value();
		}
	}

	@Override
	public void close() {
		this.processes.forEach(IncrementProcess::close);
	}

	@Override
	public String toString() {
		return this.processes.stream().map(IncrementProcess::toString).collect(Collectors.joining("\n"));
	}

}
