package io.zkhelper.election;

import java.time.Instant;

/**
 * Who leads, and since when.
 *
 * @param leader the leader
 * @param since when the term was granted, by the leader's clock
 */
record Tenure(Participant leader, Instant since) {
}
