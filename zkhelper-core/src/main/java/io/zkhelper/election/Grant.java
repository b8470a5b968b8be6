package io.zkhelper.election;

import java.time.Duration;
import java.time.Instant;

import io.zkhelper.claim.FencingToken;

/**
 * What a participant was granted.
 *
 * @param term the number of the term
 * @param token its token
 * @param since when it was granted
 * @param handOver how long that took from being first in the queue
 */
record Grant(long term, FencingToken token, Instant since, Duration handOver) {
}
