package io.zkhelper.test.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that parts with a lock, seen from the test.
 */
final class GoodbyeProcess implements AutoCloseable {

	private final Path go;

	private final JavaProcess process;

	private GoodbyeProcess(Path go, JavaProcess process) {
		this.go = go;
		this.process = process;
	}

	/**
	 * Start a process, and wait until it has the lock.
	 */
	static GoodbyeProcess start(Goodbye goodbye, Path directory, Settings settings) {
		Path go = directory.resolve("go");
		List<String> arguments = new ArrayList<>(List.of(goodbye.name(), go.toString()));
		arguments.addAll(settings.toArguments());
		JavaProcess process = JavaProcess.start("goodbye", directory, GoodbyeMain.class, arguments);
		process.awaitLine("held");
		return new GoodbyeProcess(go, process);
	}

	void go() {
		try {
			Files.createFile(this.go);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	void awaitGone() {
		this.process.awaitLine("gone");
	}

	void awaitEnd() {
		this.process.awaitEnd(Duration.ofSeconds(30));
	}

	@Override
	public void close() {
		this.process.close();
	}

}
