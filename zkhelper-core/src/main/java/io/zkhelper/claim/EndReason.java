package io.zkhelper.claim;

/**
 * Why a claim has come to its end.
 *
 * @since 1.0.0
 */
public enum EndReason {

	/** The contender has left; its node is gone. */
	LEFT,

	/** Somebody else has deleted the node. */
	NODE_GONE,

	/** The servers have refused a request for good; a new claim may be tried later. */
	REFUSED

}
