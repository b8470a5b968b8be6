package io.zkhelper.boot.election;

import java.util.Optional;

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

	/**
	 * Return the cell in whose ensemble an election is held.
	 * @param name the name of the election
	 * @return what the cell is called by itself, never {@code local}; empty for the
	 * default ensemble
	 */
	default Optional<String> cell(String name) {
		return Optional.empty();
	}

}
