package io.zkhelper.test.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;

/**
 * A JVM of its own, with this one's class path.
 */
public final class JavaProcess implements AutoCloseable {

	private static final Duration START_TIMEOUT = Duration.ofSeconds(180);

	private final String name;

	private final Process process;

	private final Path log;

	private final Thread reader;

	private final List<String> output = new CopyOnWriteArrayList<>();

	private JavaProcess(String name, Process process, Path log) {
		this.name = name;
		this.process = process;
		this.log = log;
		this.reader = new Thread(this::readOutput, "output of " + name);
		this.reader.setDaemon(true);
		this.reader.start();
	}

	public static JavaProcess start(String name, Path directory, Class<?> main, List<String> arguments,
			String... options) {
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-XX:+UseSerialGC",
				"-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Dzookeeper.admin.enableServer=false", "-XX:-UsePerfData",
				"-cp", System.getProperty("java.class.path")));
		command.addAll(List.of(options));
		command.add(main.getName());
		command.addAll(arguments);
		Path log = directory.resolve(name + ".log");
		try {
			return new JavaProcess(name, new ProcessBuilder(command).redirectError(log.toFile()).start(), log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void readOutput() {
		try (BufferedReader reader = this.process.inputReader()) {
			reader.lines().forEach(this.output::add);
		}
		catch (IOException | UncheckedIOException ex) {
			this.output.add("unreadable: " + ex.getMessage());
		}
	}

	public List<String> output() {
		return this.output;
	}

	public boolean isAlive() {
		return this.process.isAlive();
	}

	/**
	 * Wait for a line, and fail with the log when the process ends before.
	 */
	public String awaitLine(String prefix) {
		Awaitility.await("'%s' from %s".formatted(prefix, this.name))
			.atMost(START_TIMEOUT)
			.failFast(this::failIfDead)
			.until(() -> this.output.stream().anyMatch((line) -> line.startsWith(prefix)));
		return this.output.stream().filter((line) -> line.startsWith(prefix)).findFirst().orElseThrow();
	}

	private void failIfDead() {
		if (!isAlive()) {
			throw new IllegalStateException("%s has ended: %s".formatted(this.name, log()));
		}
	}

	public String log() {
		try {
			return Files.readString(this.log);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Send a signal.
	 * @param signal its name, {@code STOP} for example
	 * @return a stamp from after the process has it
	 */
	public long send(String signal) {
		try {
			int result = new ProcessBuilder("kill", "-" + signal, Long.toString(this.process.pid())).inheritIO()
				.start()
				.waitFor();
			if (result != 0) {
				throw new IllegalStateException("%s could not be sent SIG%s".formatted(this.name, signal));
			}
			return System.nanoTime();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public void awaitEnd(Duration timeout) {
		try {
			if (!this.process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new IllegalStateException("%s has not ended within %s".formatted(this.name, timeout));
			}
			this.reader.join(timeout.toMillis());
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
