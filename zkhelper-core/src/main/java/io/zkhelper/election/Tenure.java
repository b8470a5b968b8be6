package io.zkhelper.election;

import java.time.Instant;

import io.zkhelper.claim.Payload;

/**
 * Who leads, and since when.
 *
 * @param who the leader
 * @param since when the term was granted, by the leader's clock
 */
record Tenure(Payload who, Instant since) {
}
