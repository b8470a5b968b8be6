package io.zkhelper.test.process;

import java.util.Optional;

import io.zkhelper.election.LeaderElection;

/**
 * How a process finds out whether it leads, or has the lock.
 */
interface Check {

	boolean leads();

	Optional<Term> term();

	static Check of(LeaderElection election) {
		return new Check() {

			@Override
			public boolean leads() {
				return election.isLeader();
			}

			@Override
			public Optional<Term> term() {
				return election.leadership().map(Term::of);
			}

		};
	}

}
