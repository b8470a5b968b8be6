package io.zkhelper.test.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

import org.apache.zookeeper.server.ZooKeeperServer;
import org.apache.zookeeper.server.admin.AdminServer.AdminServerException;
import org.apache.zookeeper.server.quorum.QuorumPeer;
import org.apache.zookeeper.server.quorum.QuorumPeer.ServerState;
import org.apache.zookeeper.server.quorum.QuorumPeerConfig;
import org.apache.zookeeper.server.quorum.QuorumPeerConfig.ConfigException;
import org.apache.zookeeper.server.quorum.QuorumPeerMain;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One server of an ensemble, which can be stopped and started again.
 */
final class QuorumMember {

	private static final Logger logger = LoggerFactory.getLogger(QuorumMember.class);

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private final int clientPort;

	private final DataDirectory directory = DataDirectory.of(null);

	private final Properties properties = new Properties();

	private @Nullable Life life;

	QuorumMember(int id, int clientPort, Properties ensemble) {
		this.clientPort = clientPort;
		this.properties.putAll(ensemble);
		this.properties.setProperty("dataDir", this.directory.path().toString());
		Path file = this.directory.path().resolve("myid");
		try {
			Files.writeString(file, Integer.toString(id));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The server's id could not be written to " + file, ex);
		}
	}

	int clientPort() {
		return this.clientPort;
	}

	Path dataDirectory() {
		return this.directory.path();
	}

	boolean isStarted() {
		return this.life != null;
	}

	void start() {
		if (this.life == null) {
			ServerControl.letNumbersBeSkipped();
			Life next = new Life(configuration());
			this.life = next;
			next.thread.start();
		}
	}

	private QuorumPeerConfig configuration() {
		QuorumPeerConfig configuration = new QuorumPeerConfig();
		try {
			configuration.parseProperties(this.properties);
			return configuration;
		}
		catch (IOException | ConfigException ex) {
			throw new IllegalStateException("The configuration is not valid: " + this.properties, ex);
		}
	}

	void stop() {
		Life last = this.life;
		this.life = null;
		if (last != null) {
			last.end();
		}
	}

	void close() {
		stop();
		this.directory.close();
	}

	boolean isServing() {
		return server().isPresent();
	}

	boolean isLeading() {
		return isServing() && state() == ServerState.LEADING;
	}

	private @Nullable ServerState state() {
		QuorumPeer peer = peer();
		return (peer != null) ? peer.getPeerState() : null;
	}

	private @Nullable QuorumPeer peer() {
		Life current = this.life;
		return (current != null) ? current.peer : null;
	}

	Optional<ZooKeeperServer> server() {
		return Optional.ofNullable(peer()).map(QuorumPeer::getActiveServer).filter(ZooKeeperServer::isRunning);
	}

	/**
	 * From one start to the stop after it.
	 */
	private static final class Life extends QuorumPeerMain {

		private final Thread thread;

		private volatile @Nullable QuorumPeer peer;

		Life(QuorumPeerConfig configuration) {
			this.thread = new Thread(() -> run(configuration), "quorum-member-" + configuration.getServerId());
			this.thread.setDaemon(true);
		}

		private void run(QuorumPeerConfig configuration) {
			try {
				runFromConfig(configuration);
			}
			catch (IOException | AdminServerException ex) {
				logger.error("A server of the ensemble could not be started", ex);
			}
		}

		@Override
		protected QuorumPeer getQuorumPeer() {
			QuorumPeer made = newPeer();
			this.peer = made;
			return made;
		}

		private static QuorumPeer newPeer() {
			try {
				return new QuorumPeer();
			}
			catch (IOException ex) {
				throw new UncheckedIOException("No server could be made", ex);
			}
		}

		private boolean isBegun() {
			QuorumPeer made = this.peer;
			return made != null && made.isAlive();
		}

		void end() {
			// It can't be stopped before it has begun
			Await.until("the server has begun", TIMEOUT, () -> isBegun() || !this.thread.isAlive());
			close();
			try {
				this.thread.join(TIMEOUT.toMillis());
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}

	}

}
