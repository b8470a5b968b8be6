package io.zkhelper.boot.election;

import java.util.Optional;

import io.zkhelper.election.ElectionView;

/**
 * Another instance leads, or nobody. Published on every instance, the leader's included.
 *
 * @param election the name of the election
 * @param view the election as this instance sees it
 * @param cell the cell in whose ensemble the election is held, never {@code local}; empty
 * for the default ensemble
 * @since 1.0.0
 */
public record LeaderChangedEvent(String election, ElectionView view, Optional<String> cell) {

	/**
	 * Create the event of an election in the default ensemble.
	 * @param election the name of the election
	 * @param view the election as this instance sees it
	 */
	public LeaderChangedEvent(String election, ElectionView view) {
		this(election, view, Optional.empty());
	}

}
