package io.zkhelper.test.memory;

/**
 * Kinds of requests that can be made to fail.
 *
 * @since 1.0.0
 */
public enum RequestKind {

	/** Creates a node. */
	CREATE,

	/** Deletes a node. */
	DELETE,

	/** Replaces an access control list. */
	SET_ACL,

	/** Reads a node, with or without a watch. */
	READ,

	/** Lists children, with or without a watch. */
	LIST,

	/** Waits for the server to be up to date. */
	SYNC,

	/** Applies a transaction. */
	MULTI,

	/** Ends the session. */
	CLOSE

}
