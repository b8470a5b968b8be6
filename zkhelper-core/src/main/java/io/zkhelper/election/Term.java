package io.zkhelper.election;

import java.time.Instant;
import java.util.Optional;

import io.zkhelper.claim.FencingToken;

/**
 * A term that is under way, as seen by anybody.
 *
 * @param number the number of the term
 * @param leader who leads
 * @param token the token of the term
 * @param since when it was granted, by the leader's clock
 * @param value what the leader proclaimed last in this term, as far as somebody here
 * {@linkplain LeaderElection#observe observes} the election
 * @since 1.0.0
 */
public record Term(long number, Participant leader, FencingToken token, Instant since, Optional<String> value) {

	/**
	 * Create a term of which no value is known.
	 * @param number the number of the term
	 * @param leader who leads
	 * @param token the token of the term
	 * @param since when it was granted, by the leader's clock
	 */
	public Term(long number, Participant leader, FencingToken token, Instant since) {
		this(number, leader, token, since, Optional.empty());
	}

	/**
	 * This term with what was proclaimed, if that was in this term.
	 */
	Term with(Optional<Proclaimed> proclaimed) {
		Optional<String> own = proclaimed.filter((latest) -> latest.token() == this.token.zxid()).map(Proclaimed::text);
		return new Term(this.number, this.leader, this.token, this.since, own);
	}

}
