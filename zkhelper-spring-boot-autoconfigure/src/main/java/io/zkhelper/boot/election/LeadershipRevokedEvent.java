package io.zkhelper.boot.election;

import io.zkhelper.election.Leadership;
import io.zkhelper.election.LossReason;

/**
 * A term of this instance is over.
 *
 * @param election the name of the election
 * @param leadership the term that was granted before
 * @param reason why it ended
 * @since 1.0.0
 */
public record LeadershipRevokedEvent(String election, Leadership leadership, LossReason reason) {
}
