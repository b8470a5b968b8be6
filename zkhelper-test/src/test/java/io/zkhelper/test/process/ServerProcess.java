package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A ZooKeeper server in a process of its own, which can be away for a while.
 */
final class ServerProcess implements AutoCloseable {

	private final Path directory;

	private final Duration tickTime;

	private final int port;

	private JavaProcess process;

	private int lives;

	ServerProcess(Path directory, Duration tickTime, int port) {
		this.directory = directory;
		this.tickTime = tickTime;
		this.port = port;
	}

	static ServerProcess start(Path directory, Duration tickTime) {
		ServerProcess server = new ServerProcess(directory, tickTime, Ports.free());
		server.start();
		return server;
	}

	int port() {
		return this.port;
	}

	String connectString() {
		return "127.0.0.1:" + this.port;
	}

	/**
	 * Start on the data and the port of last time.
	 * @return a stamp from when it answered
	 */
	long start() {
		this.process = JavaProcess.start("server-" + ++this.lives, this.directory, ServerMain.class,
				List.of("--port", Integer.toString(this.port), "--data-dir", this.directory.resolve("data").toString(),
						"--tick-time", this.tickTime.toMillis() + "ms"));
		this.process.awaitLine("ready ");
		return System.nanoTime();
	}

	void stop() {
		this.process.send("TERM");
		this.process.awaitEnd(Duration.ofSeconds(20));
	}

	@Override
	public void close() {
		if (this.process != null) {
			this.process.close();
		}
	}

}
