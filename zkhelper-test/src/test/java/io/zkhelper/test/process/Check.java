package io.zkhelper.test.process;

import java.util.Optional;

import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;

/**
 * How a process finds out whether it leads.
 */
interface Check {

	boolean leads();

	Optional<Leadership> term();

	static Check of(LeaderElection election) {
		return new Check() {

			@Override
			public boolean leads() {
				return election.isLeader();
			}

			@Override
			public Optional<Leadership> term() {
				return election.leadership();
			}

		};
	}

}
