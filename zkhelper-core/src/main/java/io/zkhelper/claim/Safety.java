package io.zkhelper.claim;

/**
 * What the promise of at most one leader rests on.
 *
 * @since 1.0.0
 */
public enum Safety {

	/**
	 * In addition to {@link #STANDARD}, who takes over after an unclean end waits until
	 * the predecessor's lease has run out for sure. Only clock rates are assumed.
	 */
	STRICT,

	/**
	 * A lease that is shorter than any session expiry that can follow a committed
	 * heartbeat. Assumes the servers' tick time, and that nobody deletes nodes or ends
	 * sessions by hand.
	 */
	STANDARD

}
