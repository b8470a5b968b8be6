package io.zkhelper.boot.election;

import java.util.Optional;

import io.zkhelper.election.Leadership;

/**
 * This instance was granted a term. By the time of the event it may be over; exactly one
 * {@link LeadershipRevokedEvent} follows.
 *
 * @param election the name of the election
 * @param leadership the term
 * @param cell the cell in whose ensemble the election is held, never {@code local}; empty
 * for the default ensemble
 * @since 1.0.0
 */
public record LeadershipGrantedEvent(String election, Leadership leadership, Optional<String> cell) {

	/**
	 * Create the event of an election in the default ensemble.
	 * @param election the name of the election
	 * @param leadership the term
	 */
	public LeadershipGrantedEvent(String election, Leadership leadership) {
		this(election, leadership, Optional.empty());
	}

}
