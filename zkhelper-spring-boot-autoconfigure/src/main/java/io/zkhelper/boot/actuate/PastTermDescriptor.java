package io.zkhelper.boot.actuate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.zkhelper.election.LossReason;
import io.zkhelper.election.PastTerm;

/**
 * A term that is over.
 *
 * @param number the number of the term
 * @param leader the id of who led
 * @param from when it was granted
 * @param to when it ended
 * @param reason why it ended
 */
record PastTermDescriptor(long number, String leader, Instant from, Instant to, LossReason reason) {

	static PastTermDescriptor of(PastTerm term) {
		return new PastTermDescriptor(term.number(), term.leader().id(), term.from().truncatedTo(ChronoUnit.MILLIS),
				term.to().truncatedTo(ChronoUnit.MILLIS), term.reason());
	}

}
