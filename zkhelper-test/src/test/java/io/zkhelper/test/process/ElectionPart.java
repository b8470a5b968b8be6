package io.zkhelper.test.process;

import java.io.PrintStream;

import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Participant;
import io.zkhelper.session.ZkClient;

/**
 * The part in an election.
 *
 * @param client the connection
 * @param election the election
 * @param check how to ask whether this process leads
 */
record ElectionPart(ZkClient client, LeaderElection election, Check check) implements Part {

	static Part of(Settings settings, Participant who, ElectionOptions options, PrintStream output) {
		ZkClient client = settings.connect();
		LeaderElection election = LeaderElection.builder(client, settings.name())
			.participant(who)
			.options(options)
			.build();
		election.addListener(new EventPrinter(output));
		Check check = settings.careless() ? CarelessCheck.of(election) : Check.of(election);
		election.start();
		return new ElectionPart(client, election, check);
	}

	@Override
	public void close() {
		this.election.close();
		this.client.close();
	}

}
