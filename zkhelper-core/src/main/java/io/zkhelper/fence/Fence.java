package io.zkhelper.fence;

import io.zkhelper.claim.FencingToken;

/**
 * Remembers the newest token of each name, and refuses older ones.
 * <p>
 * Names are those of elections and locks, or whatever else tells apart what is written
 * to. Tokens of different names are never compared. The tokens of one name must come from
 * one election or lock.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface Fence {

	/**
	 * Let a token pass that is as new as the newest one or newer. From then on, older
	 * ones are refused.
	 * @param name whose token it is
	 * @param token the token of whoever wants to write
	 * @throws StaleLeaderException if a newer token has passed
	 */
	void pass(String name, FencingToken token);

}
