package io.zkhelper.session;

/**
 * Kinds of trouble that a request can meet.
 *
 * @since 1.0.0
 */
public enum ZnodeError {

	/** The node, or the parent of a node to create, does not exist. */
	NO_NODE,

	/** The node to create exists. */
	NODE_EXISTS,

	/** The node has another version than the request named. */
	BAD_VERSION,

	/** The node to delete has children. */
	NOT_EMPTY,

	/** The access control list of the node, or of its parent, does not allow it. */
	NO_AUTH,

	/** The access control list to set is not valid. */
	INVALID_ACL,

	/** The parent of the node to create is ephemeral. */
	NO_CHILDREN_FOR_EPHEMERALS,

	/** The server does not know this kind of request. */
	UNIMPLEMENTED,

	/** The request itself is not valid. */
	BAD_ARGUMENTS,

	/** The connection went away; the request may have been applied, or may still be. */
	CONNECTION_LOSS,

	/** The session is over; the request may have been applied before its end. */
	SESSION_EXPIRED,

	/** The server refused the credentials of this session. */
	AUTH_FAILED,

	/**
	 * There are so many nodes in a queue that their names are about to be too long for an
	 * answer. Found out by the client.
	 */
	QUEUE_FULL,

	/** Anything else. */
	OTHER;

	/**
	 * Return whether nobody knows if the request was applied.
	 * @return {@code true} after a lost connection or session
	 */
	public boolean isOutcomeUnknown() {
		return this == CONNECTION_LOSS || this == SESSION_EXPIRED;
	}

}
