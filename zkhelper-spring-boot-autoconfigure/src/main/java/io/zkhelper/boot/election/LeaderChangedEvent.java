package io.zkhelper.boot.election;

import io.zkhelper.election.ElectionView;

/**
 * Another instance leads, or nobody. Published on every instance, the leader's included.
 *
 * @param election the name of the election
 * @param view the election as this instance sees it
 * @since 1.0.0
 */
public record LeaderChangedEvent(String election, ElectionView view) {
}
