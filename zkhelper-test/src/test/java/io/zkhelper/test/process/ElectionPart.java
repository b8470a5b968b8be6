package io.zkhelper.test.process;

import java.io.PrintStream;

import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Participant;
import io.zkhelper.session.ZkClient;

/**
 * The part in an election.
 *
 * @param election the election
 * @param check how to ask whether this process leads
 */
record ElectionPart(LeaderElection election, Check check) implements Part {

	static Part of(ZkClient client, Settings settings, Participant who, PrintStream output) {
		LeaderElection election = LeaderElection.builder(client, settings.name()).participant(who).build();
		election.addListener(new EventPrinter(output));
		Check check = settings.careless() ? CarelessCheck.of(election) : Check.of(election);
		election.start();
		return new ElectionPart(election, check);
	}

	@Override
	public void close() {
		this.election.close();
	}

}
