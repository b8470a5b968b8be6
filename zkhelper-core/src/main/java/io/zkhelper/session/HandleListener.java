package io.zkhelper.session;

import java.time.Duration;

/**
 * Is told of the fate of one handle, on the event loop.
 *
 * @since 1.0.0
 */
public interface HandleListener {

	/**
	 * The handle has a session and a server; called again after each reconnect.
	 * @param sessionId the session, never to be shown or logged
	 * @param timeout the session timeout that the server granted this time
	 */
	void onConnected(long sessionId, Duration timeout);

	/**
	 * The handle has no server and looks for one. Called again for each attempt that
	 * fails, also before the first {@link #onConnected}.
	 */
	void onDisconnected();

	/**
	 * The session is over; nothing of it remains.
	 */
	void onExpired();

	/**
	 * The server refused the credentials; the handle is of no more use.
	 */
	void onAuthFailed();

}
