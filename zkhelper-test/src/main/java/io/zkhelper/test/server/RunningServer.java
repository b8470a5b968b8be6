package io.zkhelper.test.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import org.apache.zookeeper.server.ServerCnxnFactory;
import org.apache.zookeeper.server.persistence.FileTxnSnapLog;

/**
 * One life of a server, from its start to its stop.
 */
final class RunningServer {

	private final FileTxnSnapLog log;

	private final SingleServer server;

	private final ServerCnxnFactory connections;

	private RunningServer(FileTxnSnapLog log, SingleServer server, ServerCnxnFactory connections) {
		this.log = log;
		this.server = server;
		this.connections = connections;
	}

	static RunningServer start(int port, Path directory, ServerSettings settings) {
		try {
			return bind(port, directory, settings);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No server could be started on port " + port, ex);
		}
	}

	private static RunningServer bind(int port, Path directory, ServerSettings settings) throws IOException {
		// A connection factory that can't bind leaves selectors open
		FreePorts.listen(port).close();
		ServerControl.letNumbersBeSkipped();
		FileTxnSnapLog log = new FileTxnSnapLog(directory.toFile(), directory.toFile());
		ServerCnxnFactory connections = ServerCnxnFactory.createFactory(FreePorts.loopback(port), 0);
		RunningServer running = new RunningServer(log, new SingleServer(log, settings), connections);
		boolean started = false;
		try {
			running.start(settings);
			started = true;
			return running;
		}
		finally {
			if (!started) {
				running.stop();
			}
		}
	}

	private void start(ServerSettings settings) throws IOException {
		try {
			this.connections.startup(this.server);
			this.server.reapContainers(settings.containerInterval());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Interrupted while the server was starting");
		}
	}

	SingleServer server() {
		return this.server;
	}

	ServerControl control() {
		return new ServerControl(this.server);
	}

	void stop() {
		this.connections.shutdown();
		this.server.shutdown(true);
		endTimers();
		try {
			this.log.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The server could not be stopped", ex);
		}
	}

	private void endTimers() {
		try {
			this.server.endTimers();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
