package io.zkhelper.session;

/**
 * Why a hold has ended without anybody letting go.
 *
 * @since 1.0.0
 */
public enum HoldEnd {

	/** No heartbeat was acknowledged before the deadline. */
	LAPSED,

	/** The servers say that the node is gone. */
	NODE_GONE

}
