package io.zkhelper.session;

/**
 * Where the connection of a {@link ZkClient} stands.
 *
 * @since 1.0.0
 */
public enum SessionState {

	/** Looking for a server; there is no session yet. */
	CONNECTING,

	/** There is a session and a server that answers for a quorum. */
	CONNECTED,

	/** There is a session but no server at the moment; it may expire any time. */
	SUSPENDED,

	/** The session is over, and with it all that was held; a new one is being opened. */
	EXPIRED,

	/**
	 * The servers refuse the credentials. A new session is tried from time to time, so
	 * that a correction on the servers is enough.
	 */
	AUTH_FAILED,

	/** The client was closed, or has handed its session over; final. */
	CLOSED

}
