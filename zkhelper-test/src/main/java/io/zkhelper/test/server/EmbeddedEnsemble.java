package io.zkhelper.test.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.zookeeper.server.ZooKeeperServer;

/**
 * Three real ZooKeeper servers in this process, which elect a leader among themselves and
 * go on when one of them is stopped.
 * <p>
 * Servers are numbered from 0. Their ports and data stay the same over restarts, and
 * their data go when the ensemble is closed.
 *
 * @since 1.0.0
 */
public final class EmbeddedEnsemble implements AutoCloseable {

	private static final int SIZE = 3;

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final List<QuorumMember> members;

	private EmbeddedEnsemble(Duration tickTime) {
		List<Integer> ports = new FreePorts().some(SIZE * 3);
		Properties properties = properties(tickTime);
		for (int i = 0; i < SIZE; i++) {
			properties.setProperty("server." + (i + 1), "127.0.0.1:%d:%d;127.0.0.1:%d".formatted(ports.get(i),
					ports.get(SIZE + i), ports.get(2 * SIZE + i)));
		}
		this.members = IntStream.range(0, SIZE)
			.mapToObj((i) -> new QuorumMember(i + 1, ports.get(2 * SIZE + i), properties))
			.toList();
	}

	private static Properties properties(Duration tickTime) {
		Properties properties = new Properties();
		properties.setProperty("tickTime", Long.toString(tickTime.toMillis()));
		properties.setProperty("maxSessionTimeout", "60000");
		properties.setProperty("initLimit", "20");
		properties.setProperty("syncLimit", "5");
		properties.setProperty("standaloneEnabled", "false");
		// Needs a web server of another age; set for the whole process by ZooKeeper
		properties.setProperty("admin.enableServer", "false");
		return properties;
	}

	/**
	 * Start three servers with a tick time of 200 ms and wait until they serve.
	 * @return the running ensemble
	 */
	public static EmbeddedEnsemble start() {
		return start(Duration.ofMillis(200));
	}

	/**
	 * Start three servers and wait until they serve. They grant session timeouts from two
	 * ticks to a minute.
	 * @param tickTime the tick time
	 * @return the running ensemble
	 */
	public static EmbeddedEnsemble start(Duration tickTime) {
		EmbeddedEnsemble ensemble = new EmbeddedEnsemble(tickTime);
		try {
			ensemble.members.forEach(QuorumMember::start);
			ensemble.awaitServing();
			return ensemble;
		}
		catch (RuntimeException ex) {
			ensemble.close();
			throw ex;
		}
	}

	/**
	 * Return how clients find all servers. Stays the same over restarts.
	 * @return the connect string
	 */
	public String connectString() {
		return IntStream.range(0, SIZE).mapToObj(this::connectString).collect(Collectors.joining(","));
	}

	/**
	 * Return how clients find one server.
	 * @param server the server, from 0
	 * @return the connect string
	 */
	public String connectString(int server) {
		return "127.0.0.1:" + port(server);
	}

	/**
	 * Return the port on which a server serves clients.
	 * @param server the server, from 0
	 * @return the port
	 */
	public int port(int server) {
		return this.members.get(server).clientPort();
	}

	/**
	 * Return how many servers there are, running or not.
	 * @return three
	 */
	public int size() {
		return SIZE;
	}

	/**
	 * Return the server that leads the others, and wait for it if they are just electing
	 * it.
	 * @return the leader, from 0
	 */
	public int leader() {
		Await.until("a server leads", TIMEOUT, () -> this.members.stream().anyMatch(QuorumMember::isLeading));
		return this.members.indexOf(leading());
	}

	private QuorumMember leading() {
		return this.members.stream()
			.filter(QuorumMember::isLeading)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No server leads just now"));
	}

	/**
	 * Return one of the running servers that follow.
	 * @return a follower, from 0
	 */
	public int follower() {
		int leader = leader();
		return IntStream.range(0, SIZE)
			.filter((i) -> i != leader && this.members.get(i).isServing())
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("No server follows just now"));
	}

	/**
	 * Return whether a server answers clients, which takes a quorum.
	 * @param server the server, from 0
	 * @return {@code true} if it leads or follows
	 */
	public boolean isServing(int server) {
		return this.members.get(server).isServing();
	}

	/**
	 * Stop one server, whose clients are disconnected. Does nothing if it is stopped.
	 * @param server the server, from 0
	 */
	public synchronized void stop(int server) {
		this.members.get(server).stop();
	}

	/**
	 * Stop the server that leads.
	 * @return which one that was, from 0
	 */
	public int stopLeader() {
		int leader = leader();
		stop(leader);
		return leader;
	}

	/**
	 * Stop a server that follows.
	 * @return which one that was, from 0
	 */
	public int stopFollower() {
		int follower = follower();
		stop(follower);
		return follower;
	}

	/**
	 * Start a server that was stopped, on its port and data. Returns at once. Does
	 * nothing if it runs.
	 * @param server the server, from 0
	 */
	public synchronized void start(int server) {
		this.members.get(server).start();
	}

	/**
	 * Wait until all servers that are not stopped answer clients.
	 * @throws IllegalStateException if that does not happen, because there is no quorum
	 * for example
	 */
	public void awaitServing() {
		Await.until("all started servers serve", TIMEOUT,
				() -> this.members.stream().filter(QuorumMember::isStarted).allMatch(QuorumMember::isServing));
	}

	/**
	 * Expire all sessions at once: their ephemeral nodes are gone from the leader when
	 * this returns.
	 */
	public void expireSessions() {
		control(leader()).expireAll();
	}

	/**
	 * Expire the session that owns an ephemeral node. Otherwise as
	 * {@link #expireSessions()}.
	 * @param path the node
	 * @throws IllegalArgumentException if there is no ephemeral node of that name
	 */
	public void expireOwnerOf(String path) {
		ServerControl leader = control(leader());
		// A follower may have applied, and answered, what the leader is about to apply
		Await.until("the leader has applied what others have", TIMEOUT,
				() -> leader.isEphemeral(path) || serving().noneMatch((server) -> server.isEphemeral(path)));
		leader.expireOwnerOf(path);
	}

	private Stream<ServerControl> serving() {
		return this.members.stream().flatMap((member) -> member.server().stream()).map(ServerControl::new);
	}

	/**
	 * Let the leader be about to use up the numbers of transactions of its epoch, of
	 * which there are 2^32. It steps down then, and the next one begins another epoch.
	 * @param transactions how many are left
	 */
	public void rollOverAfter(int transactions) {
		control(leader()).rollOverAfter(transactions);
	}

	/**
	 * Return where a server keeps its data. They may be changed while it is stopped.
	 * @param server the server, from 0
	 * @return the data directory
	 */
	public Path dataDirectory(int server) {
		return this.members.get(server).dataDirectory();
	}

	/**
	 * Return how many sessions, connections, nodes and watches a server has.
	 * @param server the server, from 0
	 * @return the counts of this moment
	 */
	public ServerCounts counts(int server) {
		return control(server).counts();
	}

	private ServerControl control(int server) {
		ZooKeeperServer running = this.members.get(server)
			.server()
			.orElseThrow(() -> new IllegalStateException("Server %d does not serve".formatted(server)));
		return new ServerControl(running);
	}

	/**
	 * Stop all servers and remove their data.
	 */
	@Override
	public synchronized void close() {
		this.members.forEach(QuorumMember::close);
	}

}
