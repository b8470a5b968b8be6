package io.zkhelper.election;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was seen of an election.
 *
 * @param current the term under way
 * @param proclaimed what a leader has told everybody, in whichever term
 * @param participants who takes part, in order
 * @param history the terms that are over, newest first
 * @param asOf when this was read
 * @param stale whether it may be out of date
 */
record Observation(Optional<Term> current, Optional<Proclaimed> proclaimed, List<Participant> participants,
		List<PastTerm> history, Instant asOf, boolean stale) {

	static Observation none(Instant asOf) {
		return new Observation(Optional.empty(), Optional.empty(), List.of(), List.of(), asOf, true);
	}

	Observation asStale() {
		return new Observation(this.current, this.proclaimed, this.participants, this.history, this.asOf, true);
	}

}
