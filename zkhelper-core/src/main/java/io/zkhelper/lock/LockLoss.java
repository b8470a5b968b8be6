package io.zkhelper.lock;

/**
 * Why a lock, or a place in its queue, was lost.
 *
 * @since 1.0.0
 */
public enum LockLoss {

	/** No heartbeat was acknowledged in time: cut off, or frozen for too long. */
	LEASE_LAPSED("no heartbeat was acknowledged in time"),

	/** The session expired. */
	SESSION_EXPIRED("the session expired"),

	/** The node was deleted by somebody else: an operator who broke the lock, perhaps. */
	NODE_DELETED("its node was deleted by somebody else"),

	/** The servers refused the credentials. */
	AUTH_FAILED("the servers refused the credentials"),

	/** The client was closed, or has handed its session over. */
	CLIENT_CLOSED("the client was closed");

	private final String description;

	LockLoss(String description) {
		this.description = description;
	}

	/**
	 * Whether the session is over, and every place in every queue with it.
	 */
	boolean endsSession() {
		return this == SESSION_EXPIRED || this == AUTH_FAILED || this == CLIENT_CLOSED;
	}

	/**
	 * Return the reason in words.
	 * @return a clause that fits after "because"
	 */
	public String description() {
		return this.description;
	}

}
