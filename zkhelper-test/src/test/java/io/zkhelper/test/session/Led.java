package io.zkhelper.test.session;

import java.time.Duration;

import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.Participant;
import io.zkhelper.session.ZkClient;

/**
 * An election that its only participant leads.
 *
 * @param election the election
 * @param term its term
 */
record Led(LeaderElection election, Leadership term) {

	static Led by(ZkClient client) {
		LeaderElection election = LeaderElection.builder(client, "reports").participant(Participant.of("a")).build();
		election.start();
		try {
			return new Led(election, election.awaitLeadership(Duration.ofSeconds(20)).orElseThrow());
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("The wait for the term was interrupted", ex);
		}
	}

}
