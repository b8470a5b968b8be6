package io.zkhelper.test.simulation;

import java.time.Instant;
import java.util.Map;

import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Participant;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.memory.ClientLink;
import io.zkhelper.test.memory.InMemoryZooKeeper;
import io.zkhelper.test.time.VirtualLoop;

/**
 * A simulated process that takes part in an election.
 *
 * @param loop its thread and its clocks
 * @param link its network
 * @param election its participant
 * @param client its connection
 */
record Participation(VirtualLoop loop, ClientLink link, LeaderElection election, ZkClient client) {

	static Participation start(VirtualLoop loop, InMemoryZooKeeper server, ZkClientOptions options,
			ElectionOptions how) {
		ZkClient client = ZkClient.connect(options.withListenerExecutor(loop), server, loop);
		Participant participant = new Participant(loop.toString(), "host", 1, "", Map.of(), Instant.EPOCH);
		LeaderElection election = LeaderElection.builder(client, "reports")
			.participant(participant)
			.options(how)
			.build();
		election.start();
		return new Participation(loop, server.link(loop), election, client);
	}

	/**
	 * Whether the process sees itself leading. A frozen one sees nothing.
	 */
	boolean seesItselfLeading() {
		return !this.loop.isPaused() && this.election.isLeader();
	}

	@Override
	public String toString() {
		return this.loop.toString();
	}

}
