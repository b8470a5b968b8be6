package io.zkhelper.lock;

import io.zkhelper.session.Session;

/**
 * Something to be done with the servers, as soon as there are any. Lives on the event
 * loop.
 */
interface Errand {

	/**
	 * There is a server.
	 * @param session the session, which may be the one of the last call
	 */
	void onServer(Session session);

	/**
	 * The session is over. Another one may come, but not after
	 * {@link LockLoss#CLIENT_CLOSED}.
	 * @param why why it is over
	 */
	void onSessionOver(LockLoss why);

}
