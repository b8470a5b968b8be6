package io.zkhelper.election;

import java.time.Instant;
import java.util.Map;

/**
 * A term that is over.
 *
 * @param number the number of the term
 * @param leader who led
 * @param from when it was granted, by the leader's clock
 * @param to when it ended, by the clock of who noticed
 * @param reason why it ended
 * @since 1.0.0
 */
public record PastTerm(long number, Participant leader, Instant from, Instant to, LossReason reason) {

	PastTerm inShort() {
		Participant named = new Participant(this.leader.id(), "", 0, "", Map.of(), this.leader.started());
		return new PastTerm(this.number, named, this.from, this.to, this.reason);
	}

}
