package io.zkhelper.test.memory;

/**
 * How a request gets lost. Either way the connection breaks, and the client is told
 * {@link io.zkhelper.session.ZnodeError#CONNECTION_LOSS}: it can't tell one from the
 * other.
 *
 * @since 1.0.0
 */
public enum Loss {

	/** The request never arrives: nothing is applied. */
	LOST_REQUEST,

	/** The request is applied, and its answer never arrives. */
	LOST_ANSWER

}
