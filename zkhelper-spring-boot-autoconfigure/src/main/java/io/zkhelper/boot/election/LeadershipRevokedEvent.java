package io.zkhelper.boot.election;

import java.util.Optional;

import io.zkhelper.election.Leadership;
import io.zkhelper.election.LossReason;

/**
 * A term of this instance is over.
 *
 * @param election the name of the election
 * @param leadership the term that was granted before
 * @param reason why it ended
 * @param cell the cell in whose ensemble the election is held, never {@code local}; empty
 * for the default ensemble
 * @since 1.0.0
 */
public record LeadershipRevokedEvent(String election, Leadership leadership, LossReason reason, Optional<String> cell) {

	/**
	 * Create the event of an election in the default ensemble.
	 * @param election the name of the election
	 * @param leadership the term that was granted before
	 * @param reason why it ended
	 */
	public LeadershipRevokedEvent(String election, Leadership leadership, LossReason reason) {
		this(election, leadership, reason, Optional.empty());
	}

}
