package io.zkhelper.claim;

import io.zkhelper.session.Answer;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.Session;
import io.zkhelper.session.WatchEvent;

/**
 * Watches the own node of who is next in the queue. The server tells of changes in the
 * order in which they were made: so when the node ahead has gone and nothing was told of
 * the own one, the own one was there. Only in the same connection, since a new one tells
 * of what was missed in no order.
 */
final class OwnWatch {

	private final Session session;

	private final int connection;

	private final Runnable gone;

	private boolean seen;

	private boolean over;

	/**
	 * Begin to watch.
	 * @param session the session
	 * @param path the own node
	 * @param gone called when it was deleted
	 */
	OwnWatch(Session session, String path, Runnable gone) {
		this.session = session;
		this.connection = session.connections();
		this.gone = gone;
		session.znodes().watch(path, this::onFired, this::onWatched);
	}

	private void onWatched(Answer<NodeData> answer) {
		this.seen = answer.isOk();
	}

	private void onFired(WatchEvent event) {
		this.seen = false;
		if (event == WatchEvent.DELETED && !this.over) {
			this.gone.run();
		}
	}

	/**
	 * Whether the node is there for sure, if another one has just been told to have gone.
	 */
	boolean isThere() {
		return this.seen && this.session.isConnected() && this.connection == this.session.connections();
	}

	// The server is not told: the watch ends with the node, which is deleted soon
	void cancel() {
		this.over = true;
	}

}
