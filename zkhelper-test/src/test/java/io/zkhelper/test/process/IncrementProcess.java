package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A process that increments, seen from the test.
 */
final class IncrementProcess implements AutoCloseable {

	private final String name;

	private final JavaProcess process;

	private final Tally tally;

	IncrementProcess(String name, Path directory, Settings settings) {
		Path file = directory.resolve(name + ".tally");
		this.name = name;
		this.tally = Tally.open(file, IncrementMain.THREADS);
		List<String> arguments = new ArrayList<>(List.of(directory.resolve("value").toString(), file.toString()));
		arguments.addAll(settings.toArguments());
		this.process = JavaProcess.start(name, directory, IncrementMain.class, arguments);
	}

	void awaitStarted() {
		this.process.awaitLine("started");
	}

	Tally tally() {
		return this.tally;
	}

	/**
	 * Let each thread end what it has begun, and wait for it.
	 */
	void finish() {
		this.process.send("TERM");
		this.process.awaitEnd(Duration.ofSeconds(30));
	}

	String log() {
		return this.process.log();
	}

	@Override
	public void close() {
		this.process.close();
	}

	@Override
	public String toString() {
		return Arrays.stream(Tally.Outcome.values())
			.map((outcome) -> outcome + " " + this.tally.total(outcome))
			.collect(Collectors.joining(", ", this.name + ": ", ""));
	}

}
