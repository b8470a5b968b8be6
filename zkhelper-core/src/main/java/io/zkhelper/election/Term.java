package io.zkhelper.election;

import java.time.Instant;

import io.zkhelper.claim.FencingToken;

/**
 * A term that is under way, as seen by anybody.
 *
 * @param number the number of the term
 * @param leader who leads
 * @param token the token of the term
 * @param since when it was granted, by the leader's clock
 * @since 1.0.0
 */
public record Term(long number, Participant leader, FencingToken token, Instant since) {
}
