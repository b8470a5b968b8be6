package io.zkhelper.boot.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

import org.apache.zookeeper.server.ContainerManager;
import org.apache.zookeeper.server.ServerCnxnFactory;
import org.apache.zookeeper.server.ZooKeeperServer;
import org.apache.zookeeper.server.persistence.FileTxnSnapLog;
import org.jspecify.annotations.Nullable;

/**
 * A ZooKeeper server that answers, or did.
 */
final class RunningServer {

	private static final int CONNECT_TIMEOUT_MILLIS = 500;

	private final FileTxnSnapLog log;

	private final ContainedServer server;

	private final ServerCnxnFactory connections;

	private final Housekeeping housekeeping;

	private RunningServer(FileTxnSnapLog log, ServerCnxnFactory connections, int tickTime) {
		this.log = log;
		this.server = new ContainedServer(log, tickTime);
		this.connections = connections;
		this.housekeeping = new Housekeeping(log);
	}

	/**
	 * Start a server. Its threads are daemons when the calling thread is one.
	 * @throws BindException if the port is taken
	 */
	static RunningServer start(EmbeddedServerOptions options) throws IOException {
		InetSocketAddress address = address(options.port());
		requireFree(address);
		File directory = options.directory().toFile();
		FileTxnSnapLog log = new FileTxnSnapLog(directory, directory);
		ServerCnxnFactory connections = ServerCnxnFactory.createFactory(address, 0);
		RunningServer running = new RunningServer(log, connections, Math.toIntExact(options.tickTime().toMillis()));
		boolean started = false;
		try {
			running.start();
			started = true;
			return running;
		}
		finally {
			if (!started) {
				running.stop();
			}
		}
	}

	// A connection factory that can't bind leaves selectors open, at every attempt
	private static void requireFree(InetSocketAddress address) throws IOException {
		try (ServerSocket probe = new ServerSocket()) {
			probe.setReuseAddress(true);
			probe.bind(address);
		}
	}

	static boolean answersAt(int port) {
		try (Socket socket = new Socket()) {
			socket.connect(address(port), CONNECT_TIMEOUT_MILLIS);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static InetSocketAddress address(int port) {
		return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
	}

	private void start() throws IOException {
		try {
			this.connections.startup(this.server);
			this.server.removeEmptyContainers();
			this.housekeeping.start();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("Interrupted while the embedded ZooKeeper server was starting");
		}
	}

	boolean isRunning() {
		return this.server.isRunning();
	}

	void stop() throws IOException {
		this.housekeeping.stop();
		this.server.keepEmptyContainers();
		this.connections.shutdown();
		this.server.shutdown(true);
		this.log.close();
	}

	/**
	 * Removes container nodes that have become empty; a bare server does not.
	 */
	private static final class ContainedServer extends ZooKeeperServer {

		private static final int CHECK_EVERY_MILLIS = 60_000;

		private static final int REMOVALS_PER_MINUTE = 10_000;

		private @Nullable ContainerManager containers;

		ContainedServer(FileTxnSnapLog log, int tickTime) {
			super(log, tickTime, "");
		}

		void removeEmptyContainers() {
			this.containers = new ContainerManager(getZKDatabase(), this.firstProcessor, CHECK_EVERY_MILLIS,
					REMOVALS_PER_MINUTE);
			this.containers.start();
		}

		void keepEmptyContainers() {
			if (this.containers != null) {
				this.containers.stop();
			}
		}

	}

}
