package io.zkhelper.test.server;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A real ZooKeeper server inside the process, on 127.0.0.1, for tests.
 * <p>
 * It is the stand-alone server of ZooKeeper's own jar: what works against it works
 * against one that was started from the command line. It starts in milliseconds, can be
 * stopped and restarted on the same port and data, and ends sessions and connections at a
 * test's wish, so that no test has to sleep.
 * <p>
 * Safe for use by many threads. {@link #close()} leaves neither threads nor temporary
 * files behind.
 *
 * @since 1.0.0
 */
public final class EmbeddedZooKeeper implements AutoCloseable {

	private final ServerSettings settings;

	private final DataDirectory directory;

	private final int port;

	private @Nullable RunningServer running;

	private EmbeddedZooKeeper(ServerSettings settings) {
		this.settings = settings;
		this.directory = DataDirectory.of(settings.dataDirectory());
		this.port = (settings.port() != 0) ? settings.port() : new FreePorts().one();
	}

	/**
	 * Start a server on a free port, with a data directory that goes when it is closed, a
	 * tick time of 200 ms and session timeouts from 400 ms to a minute.
	 * @return the running server
	 */
	public static EmbeddedZooKeeper start() {
		return builder().start();
	}

	/**
	 * Return a builder for a server that differs from the one of {@link #start()}.
	 * @return the builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Return how clients find this server. Stays the same over restarts.
	 * @return the connect string
	 */
	public String connectString() {
		return "127.0.0.1:" + this.port;
	}

	/**
	 * Return the port. Stays the same over restarts.
	 * @return the port
	 */
	public int port() {
		return this.port;
	}

	/**
	 * Return where the data are.
	 * @return the data directory
	 */
	public Path dataDirectory() {
		return this.directory.path();
	}

	/**
	 * Return whether the server runs.
	 * @return {@code true} until {@link #stop()} or {@link #close()}
	 */
	public synchronized boolean isRunning() {
		return this.running != null;
	}

	/**
	 * Stop the server, as a crash or an operator would: clients are disconnected, data
	 * and sessions stay in the data directory. A second call does nothing.
	 */
	public synchronized void stop() {
		if (this.running != null) {
			RunningServer stopped = this.running;
			this.running = null;
			stopped.stop();
		}
	}

	/**
	 * Stop the server if it runs, and start it on the same port and data. Sessions go on,
	 * each with its full timeout from now.
	 */
	public synchronized void restart() {
		stop();
		this.running = RunningServer.start(this.port, dataDirectory(), this.settings);
	}

	/**
	 * Expire all sessions at once, as if nothing had been heard of their clients for too
	 * long: their ephemeral nodes are gone when this returns. Connected clients are
	 * disconnected and then learn that they have expired.
	 */
	public void expireSessions() {
		control().expireAll();
	}

	/**
	 * Expire the session that owns an ephemeral node. Otherwise as
	 * {@link #expireSessions()}.
	 * @param path the node
	 * @throws IllegalArgumentException if there is no ephemeral node of that name
	 */
	public void expireOwnerOf(String path) {
		control().expireOwnerOf(path);
	}

	/**
	 * Expire one session. Otherwise as {@link #expireSessions()}.
	 * @param sessionId the session
	 */
	public void expireSession(long sessionId) {
		control().expire(Set.of(sessionId));
	}

	/**
	 * Close the connections of all clients. Their sessions go on, and the clients may
	 * reconnect at once.
	 */
	public void dropConnections() {
		control().dropConnections();
	}

	/**
	 * Return how many sessions, connections, nodes and watches there are.
	 * @return the counts of this moment
	 */
	public ServerCounts counts() {
		return control().counts();
	}

	/**
	 * Return how many requests of which kind have come since the last start.
	 * @return counts by ZooKeeper's names: {@code create}, {@code multi},
	 * {@code getData}; pings are not among them
	 */
	public Map<String, Long> requests() {
		return running().server().requests();
	}

	/**
	 * Return the names of a node's children, as the server has them.
	 * @param path the node
	 * @return the names in order, none if there is no such node
	 */
	public Set<String> children(String path) {
		return control().children(path);
	}

	/**
	 * Set the number of the next sequential child.
	 * @param path the parent
	 * @param next the number; at {@link Integer#MAX_VALUE} it sticks
	 * @throws IllegalArgumentException if there is no such node, or if it has counted
	 * beyond the number
	 */
	public void setNextSequence(String path, int next) {
		control().setNextSequence(path, next);
	}

	/**
	 * Let the numbers of the transactions of this epoch, 2^32, run out soon.
	 * @param transactions how many are left
	 */
	public void rollOverAfter(int transactions) {
		control().rollOverAfter(transactions);
	}

	/**
	 * Return all nodes but the server's own, one a line, for messages of failed tests.
	 * @return the dump, which names no session
	 */
	public String dump() {
		return control().dump();
	}

	private ServerControl control() {
		return running().control();
	}

	private synchronized RunningServer running() {
		if (this.running == null) {
			throw new IllegalStateException("The server on port %d does not run".formatted(this.port));
		}
		return this.running;
	}

	/**
	 * Stop the server for good and remove its data directory if it is a temporary one. A
	 * second call does nothing.
	 */
	@Override
	public synchronized void close() {
		stop();
		this.directory.close();
	}

	/**
	 * Starts servers that differ from the default.
	 */
	public static final class Builder {

		private ServerSettings settings = ServerSettings.DEFAULT;

		private Builder() {
		}

		/**
		 * Set the port.
		 * @param port the port, 0 (the default) for a free one
		 * @return this
		 */
		public Builder port(int port) {
			this.settings = this.settings.withPort(port);
			return this;
		}

		/**
		 * Set where the data are kept.
		 * @param directory the directory, made if need be and never removed
		 * @return this
		 */
		public Builder dataDirectory(Path directory) {
			this.settings = this.settings.withDataDirectory(directory);
			return this;
		}

		/**
		 * Set the tick time: sessions expire up to one tick late. Sets the least session
		 * timeout to two ticks.
		 * @param tickTime the tick time, 200 ms by default
		 * @return this
		 */
		public Builder tickTime(Duration tickTime) {
			this.settings = this.settings.withTickTime(tickTime);
			return this;
		}

		/**
		 * Set which session timeouts the server grants.
		 * @param min the least one, two ticks by default
		 * @param max the greatest one, a minute by default
		 * @return this
		 */
		public Builder sessionTimeouts(Duration min, Duration max) {
			this.settings = this.settings.withSessionTimeouts(min, max);
			return this;
		}

		/**
		 * Set how often empty containers are removed.
		 * @param interval the time in between, a minute by default
		 * @return this
		 */
		public Builder containerCheckInterval(Duration interval) {
			this.settings = this.settings.withContainerInterval(interval);
			return this;
		}

		/**
		 * Start the server.
		 * @return the running server
		 * @throws UncheckedIOException if the port is taken
		 */
		public EmbeddedZooKeeper start() {
			EmbeddedZooKeeper server = new EmbeddedZooKeeper(this.settings);
			try {
				server.restart();
				return server;
			}
			catch (RuntimeException ex) {
				server.close();
				throw ex;
			}
		}

	}

}
