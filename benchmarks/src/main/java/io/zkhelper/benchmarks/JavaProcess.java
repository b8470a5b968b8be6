package io.zkhelper.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own, with this one's settings and class path, which answers lines with
 * lines and ends when its standard input does: also when this process is killed.
 */
final class JavaProcess implements AutoCloseable {

	/** How long it may be silent: longer than any benchmark takes between two lines. */
	private static final Duration PATIENCE = Duration.ofMinutes(5);

	private final Process process;

	private final String name;

	private final PrintWriter input;

	private final BufferedReader output;

	private JavaProcess(String name, Process process) {
		this.name = name;
		this.process = process;
		this.input = new PrintWriter(process.outputWriter(), true);
		this.output = process.inputReader();
	}

	static JavaProcess start(Class<?> main, String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
		command.addAll(List.of(arguments));
		try {
			return new JavaProcess(main.getSimpleName(),
					new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String ask(String line) {
		tell(line);
		return hear();
	}

	void tell(String line) {
		this.input.println(line);
	}

	/**
	 * Read the next line. A process that says nothing for long is ended.
	 */
	String hear() {
		CompletableFuture<Void> heard = new CompletableFuture<>();
		// A read can't be interrupted, and ends with the process
		heard.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).exceptionally((silent) -> {
			this.process.destroyForcibly();
			return null;
		});
		try {
			String line = this.output.readLine();
			if (line == null) {
				throw new IllegalStateException("Process %s %s".formatted(this.name,
						heard.isDone() ? "was ended, having said nothing for " + PATIENCE : "has ended"));
			}
			return line;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		finally {
			heard.complete(null);
		}
	}

	@Override
	public void close() {
		this.input.close();
		try {
			if (!this.process.waitFor(5, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			this.process.destroyForcibly();
			Thread.currentThread().interrupt();
		}
	}

}
