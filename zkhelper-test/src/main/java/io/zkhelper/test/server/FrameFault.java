package io.zkhelper.test.server;

/**
 * What can befall one request on its way through a {@link FrameProxy}. The requests
 * before it have been answered by then, so that a fault is the same each time.
 *
 * @since 1.0.0
 */
public enum FrameFault {

	/** The server does not get the request, and the connection breaks. */
	REQUEST_LOST,

	/** The server has done it; the client is not told, and the connection breaks. */
	ANSWER_LOST,

	/** The client gets the answer, and then the connection breaks. */
	CUT_AFTER_ANSWER,

	/** As {@link #REQUEST_LOST}, and the next attempt to connect is refused. */
	RECONNECT_REFUSED,

	/**
	 * From the request on nothing passes either way on this connection, and neither side
	 * is told, not even that the other one has closed it. New connections work.
	 */
	SILENCE;

	boolean reachesServer() {
		return this == ANSWER_LOST || this == CUT_AFTER_ANSWER;
	}

}
