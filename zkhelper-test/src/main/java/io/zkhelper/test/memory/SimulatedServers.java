package io.zkhelper.test.memory;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import io.zkhelper.session.EventLoop;

/**
 * The servers of an {@link InMemoryZooKeeper}, each by itself, and the network between
 * them. They have numbers, from 0, in the order in which the builder got them. A server
 * is frozen by its loop.
 * <p>
 * Who leads the ensemble is decided as by ZooKeeper: a majority has to look for a leader,
 * and it is who knows most. The votes by which real servers find that out are not
 * simulated.
 *
 * @since 1.0.0
 */
public final class SimulatedServers {

	private final SimulatedEnsemble ensemble;

	private final Map<EventLoop, ClientLink> links;

	SimulatedServers(SimulatedEnsemble ensemble, Map<EventLoop, ClientLink> links) {
		this.ensemble = ensemble;
		this.links = links;
	}

	/**
	 * Return how many servers there are.
	 * @return the number of servers
	 */
	public int size() {
		return this.ensemble.size();
	}

	/**
	 * Return which server leads the ensemble, as far as it knows: it does not notice at
	 * once that a majority has left it.
	 * @return the number of the server; empty if none does
	 */
	public OptionalInt leader() {
		QuorumLeader leader = this.ensemble.leader();
		return (leader != null) ? OptionalInt.of(leader.member().number()) : OptionalInt.empty();
	}

	/**
	 * Return whether a server serves clients: it runs and follows a leader, or leads.
	 * @param server the number of the server
	 * @return whether clients may connect
	 */
	public boolean isServing(int server) {
		return this.ensemble.server(server).isServing();
	}

	void stopAll() {
		IntStream.range(0, size()).forEach(this::stop);
	}

	void startAll() {
		IntStream.range(0, size()).forEach(this::start);
	}

	/**
	 * Stop one server, as by a crash: its clients are disconnected, and what is not on
	 * its disk is lost to it. Does nothing if it is stopped.
	 * @param server the number of the server
	 */
	public void stop(int server) {
		this.ensemble.stop(server);
		SimulatedServer stopped = this.ensemble.server(server);
		List.copyOf(this.links.values()).forEach((link) -> link.disconnectFrom(stopped));
	}

	/**
	 * Start one server again. It serves clients when it follows a leader and has all that
	 * this one has. Does nothing if it runs.
	 * @param server the number of the server
	 */
	public void start(int server) {
		this.ensemble.start(server);
	}

	/**
	 * Let nothing pass from one server to another until {@link #heal()}, and tell nobody.
	 * What is sent meanwhile arrives afterwards, in order.
	 * @param from the number of one server
	 * @param to the number of the other one
	 */
	public void cut(int from, int to) {
		this.ensemble.cut(from, to);
	}

	/**
	 * Let all servers reach each other again.
	 */
	public void heal() {
		this.ensemble.heal();
	}

	/**
	 * Return how the servers are, one a line, for messages of failed tests.
	 */
	@Override
	public String toString() {
		return this.ensemble.describe();
	}

}
