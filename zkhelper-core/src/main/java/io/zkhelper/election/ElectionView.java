package io.zkhelper.election;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An election as one instance sees it, read from memory.
 *
 * @param state where this participant stands
 * @param current the term under way, empty while nobody leads
 * @param participants who takes part, in the order in which they would lead
 * @param history the last terms that are over, newest first
 * @param asOf when this was last read from the servers
 * @param stale whether it may be out of date because the connection is away
 * @since 1.0.0
 */
public record ElectionView(ElectionState state, Optional<Term> current, List<Participant> participants,
		List<PastTerm> history, Instant asOf, boolean stale) {

	public ElectionView {
		participants = List.copyOf(participants);
		history = List.copyOf(history);
	}

	/**
	 * Return who leads.
	 * @return the leader, empty while nobody leads
	 */
	public Optional<Participant> leader() {
		return this.current.map(Term::leader);
	}

	/**
	 * Return the number of the term under way.
	 * @return the number, 0 while nobody leads
	 */
	public long term() {
		return this.current.map(Term::number).orElse(0L);
	}

}
