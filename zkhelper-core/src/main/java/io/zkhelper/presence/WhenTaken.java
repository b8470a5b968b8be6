package io.zkhelper.presence;

/**
 * What to do when somebody else's node is where a presence wants its own.
 *
 * @since 1.0.0
 */
public enum WhenTaken {

	/** Give up at once. */
	FAIL,

	/**
	 * Wait until it goes, then take its place; give up when that takes longer than a
	 * session needs to expire, since then its owner lives.
	 */
	WAIT,

	/**
	 * Delete it, in the transaction that creates the own one. Who has had the node before
	 * and lost it to another does not take it back, or two would do so for ever.
	 */
	TAKE_OVER

}
