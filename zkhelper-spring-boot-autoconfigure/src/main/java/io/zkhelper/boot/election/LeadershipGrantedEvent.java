package io.zkhelper.boot.election;

import io.zkhelper.election.Leadership;

/**
 * This instance was granted a term. By the time of the event it may be over; exactly one
 * {@link LeadershipRevokedEvent} follows.
 *
 * @param election the name of the election
 * @param leadership the term
 * @since 1.0.0
 */
public record LeadershipGrantedEvent(String election, Leadership leadership) {
}
