package io.zkhelper.presence;

/**
 * Where a presence stands.
 *
 * @since 1.0.0
 */
public enum PresenceState {

	/** Not started yet. */
	IDLE,

	/** About to create the node, as soon as there is a server. */
	JOINING,

	/** Somebody else's node is there, and its end is waited for. */
	WAITING,

	/** The node is there, as far as the servers have told. */
	REGISTERED,

	/**
	 * The node was there when the connection was lost; it stays as long as the session.
	 */
	SUSPENDED,

	/** Somebody else has deleted the node; it comes back after a delay. */
	REMOVED,

	/** Given up, for the reason that the view names. */
	FAILED,

	/** Closed, or the client was. */
	CLOSED;

	/**
	 * Return whether nothing will change any more.
	 * @return {@code true} after a failure and a close
	 */
	public boolean isOver() {
		return this == FAILED || this == CLOSED;
	}

}
