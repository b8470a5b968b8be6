package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import io.zkhelper.session.Ensemble;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.HandleListener;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.session.Znodes;
import org.apache.zookeeper.ZooDefs.Perms;

/**
 * A simulation of ZooKeeper servers, of the network and of ZooKeeper's own client, in
 * memory.
 * <p>
 * It is not ZooKeeper. It passes the same contract suite as the real server through the
 * real client, and gives the same answers to the same random requests; what neither looks
 * at may differ. It has no quotas, no limits of size, and no node that lives for a set
 * time. It is one server, unless a builder adds others: then followers may be behind, and
 * without a leader nothing is done of what this class does to nodes and sessions. Use it
 * where faults and times must be exact, and an {@code EmbeddedZooKeeper} for the rest.
 * <p>
 * Each server lives on an event loop of its own, and so does each client. On the loops of
 * a {@code VirtualTime} everything, session timeouts included, takes virtual time only
 * and happens in the same order at every run. On {@link EventLoop#onDaemonThread(String)}
 * it runs in real time, and may be used by many threads.
 * <p>
 * Without the delays of a builder, messages take no time, lost connections are taken up
 * again after 0.1 to 2.1 s (as by the real client that knows one server), the tick time
 * is 2 s, and session timeouts are from 4 to 40 s.
 *
 * @since 1.0.0
 */
public final class InMemoryZooKeeper implements Ensemble, AutoCloseable {

	private final SimulatedEnsemble ensemble;

	private final Random random;

	// In order, or a seed would not decide the order in which clients are disconnected
	private final Map<EventLoop, ClientLink> links = Collections.synchronizedMap(new LinkedHashMap<>());

	private final SimulatedServers servers;

	private final Latency latency;

	private final Latency reconnectDelay;

	/**
	 * Start a server without delays.
	 * @param loop the loop of the server, not to be shared with a client
	 */
	public InMemoryZooKeeper(EventLoop loop) {
		this(List.of(loop), Settings.DEFAULT);
	}

	InMemoryZooKeeper(List<EventLoop> loops, Settings settings) {
		this.random = new Random(settings.seed());
		this.ensemble = new SimulatedEnsemble(loops, settings, this.random);
		this.servers = new SimulatedServers(this.ensemble, this.links);
		this.latency = new Latency(settings.minLatency(), settings.maxLatency(), this.random);
		this.reconnectDelay = new Latency(settings.minReconnectDelay(), settings.maxReconnectDelay(), this.random);
		start();
	}

	/**
	 * Return a builder for a server with other times.
	 * @param loop the loop of the server, not to be shared with a client
	 * @return the builder
	 */
	public static InMemoryZooKeeperBuilder builder(EventLoop loop) {
		return new InMemoryZooKeeperBuilder(loop);
	}

	@Override
	public Znodes open(ZkClientOptions options, HandleListener listener, EventLoop loop) {
		ClientConnection connection = new ClientConnection(link(loop),
				new ClientSetup(options, listener, loop, this.reconnectDelay));
		loop.execute(connection::connect);
		return new ClientHandle(connection, options.security().acl());
	}

	/**
	 * Return the network between one client process and the servers.
	 * @param loop the loop with which the process opens its handles, now or later
	 * @return the link, always the same one for one loop
	 */
	public ClientLink link(EventLoop loop) {
		return this.links.computeIfAbsent(loop, (key) -> new ClientLink(this.ensemble, firstServer(), this.latency));
	}

	private int firstServer() {
		return this.ensemble.isAlone() ? 0 : this.random.nextInt(this.ensemble.size());
	}

	/**
	 * Return the servers, each by itself.
	 * @return the servers
	 */
	public SimulatedServers servers() {
		return this.servers;
	}

	/**
	 * Stop all servers: all clients are disconnected and refused. Nodes and sessions
	 * stay.
	 */
	public void stop() {
		this.servers.stopAll();
	}

	/**
	 * Start the servers again. Sessions go on, each with its full timeout from when there
	 * is a leader, and the numbers of transactions with another epoch.
	 */
	public void start() {
		this.servers.startAll();
	}

	/**
	 * Expire all sessions at once: their ephemeral nodes are gone when this returns, or
	 * if there are several servers or slow disks, when most of the servers have it on
	 * disk. Connected clients are disconnected and learn of it when they reconnect.
	 */
	public void expireSessions() {
		this.ensemble
			.lead((leader) -> List.copyOf(leader.member().database().sessions().keySet()).forEach(leader::expire));
	}

	/**
	 * Expire the session that owns an ephemeral node. Otherwise as
	 * {@link #expireSessions()}.
	 * @param path the node
	 * @throws IllegalArgumentException if there is no ephemeral node of that name
	 */
	public void expireOwnerOf(String path) {
		long owner = this.ensemble.ask((database) -> database.tree()
			.find(path)
			.filter(Znode::isEphemeral)
			.map((node) -> node.stat().ephemeralOwner())
			.orElseThrow(() -> new IllegalArgumentException("'%s' is not an ephemeral node".formatted(path))));
		this.ensemble.lead((leader) -> leader.expire(owner));
	}

	/**
	 * Grant other session timeouts from now on, to those as well who reconnect.
	 * @param min the least one
	 * @param max the greatest one
	 */
	public void setSessionTimeouts(Duration min, Duration max) {
		this.ensemble.setTimeouts(min, max);
	}

	/**
	 * Deny permissions on a node to everybody, whatever its access control list says.
	 * @param path the node, which need not exist yet
	 * @param permissions the permissions, of {@link Perms}; to create and to delete a
	 * node are permissions on its parent
	 */
	public void deny(String path, int permissions) {
		this.ensemble.ask((database) -> {
			this.ensemble.permissions().deny(path, permissions);
			return path;
		});
	}

	/**
	 * Take back what was denied on a node.
	 * @param path the node
	 */
	public void allow(String path) {
		this.ensemble.ask((database) -> {
			this.ensemble.permissions().allow(path);
			return path;
		});
	}

	/**
	 * Set the number of the next sequential child.
	 * @param path the parent
	 * @param next the number; at {@link Integer#MAX_VALUE} it sticks, as the real one
	 * does
	 * @throws IllegalArgumentException if there is no such node
	 */
	public void setNextSequence(String path, int next) {
		if (!exists(path)) {
			throw new IllegalArgumentException("There is no node '%s'".formatted(path));
		}
		this.ensemble.lead((leader) -> leader.propose(null, (draft) -> draft.setSequenceIfThere(path, next)));
	}

	/**
	 * Delete a node, as an operator might who should not.
	 * @param path the node, which has no children
	 */
	public void delete(String path) {
		this.ensemble.lead((leader) -> leader.propose(null, (draft) -> draft.removeIfThere(path)));
	}

	/**
	 * Write nodes that are written down as JSON, all or none, without asking for
	 * permission: an object whose names are paths. A text is the content itself,
	 * {@code null} is none, and of any other value the content is its compact JSON.
	 * Parents are made, empty; nodes that are there get the content written down.
	 * @param json the nodes
	 * @throws IllegalArgumentException if it is not such an object (with the line, the
	 * column and the path), or if a node would come below an ephemeral one
	 */
	public void load(String json) {
		Map<String, byte[]> contents = NodeFile.read(json);
		this.ensemble.lead((leader) -> leader.propose(null, (draft) -> draft.putAll(contents)));
	}

	/**
	 * Return whether there is a node, as far as the servers know.
	 * @param path the node
	 * @return whether there is one
	 */
	public boolean exists(String path) {
		return this.ensemble.ask((database) -> database.tree().find(path).isPresent());
	}

	/**
	 * Remove containers that have become empty, without waiting for the time to do so.
	 */
	public void reapContainers() {
		this.ensemble.lead((leader) -> leader.reap());
	}

	/**
	 * Return the names of a node's children, as the server has them.
	 * @param path the node
	 * @return the names in order, none if there is no such node
	 */
	public Set<String> children(String path) {
		return this.ensemble
			.ask((database) -> new TreeSet<>(database.tree().find(path).map(Znode::children).orElse(Set.of())));
	}

	/**
	 * Return how many sessions there are, connected or not.
	 * @return the number of sessions
	 */
	public int sessions() {
		return this.ensemble.ask((database) -> database.sessions().size());
	}

	/**
	 * Return how many watches the server keeps, counted once for each connection and
	 * node. As with the real client, giving a watch up does not remove it.
	 * @return the number of watches
	 */
	public int watches() {
		return (int) this.ensemble.sum(SimulatedServer::watches);
	}

	/**
	 * Return how many requests have come, pings not counted.
	 * @return the number of requests
	 */
	public long requests() {
		return this.ensemble.sum(SimulatedServer::requests);
	}

	/**
	 * Return all nodes but the server's own, one a line, for messages of failed tests.
	 * @return the dump, which names no session
	 */
	public String dump() {
		return this.ensemble.ask((database) -> database.tree().dump());
	}

	/**
	 * Stop the server. The loop goes on.
	 */
	@Override
	public void close() {
		stop();
	}

}
