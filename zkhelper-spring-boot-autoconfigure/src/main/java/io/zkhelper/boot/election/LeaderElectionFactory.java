package io.zkhelper.boot.election;

import io.zkhelper.election.LeaderElection;

/**
 * Makes the elections that something refers to. A bean of this type replaces the
 * auto-configured one.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface LeaderElectionFactory {

	/**
	 * Make an election, not started yet.
	 * @param name the name of the election
	 * @return the election
	 */
	LeaderElection create(String name);

}
