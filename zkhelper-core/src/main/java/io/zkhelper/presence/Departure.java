package io.zkhelper.presence;

import io.zkhelper.session.Answer;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the node of a session for sure, and no other's: looks whose it is, deletes it
 * in the version that was seen, and does so again until it is gone or another's. Lives on
 * the event loop.
 */
final class Departure {

	private static final Logger logger = LoggerFactory.getLogger(Presence.class);

	private final Session session;

	private final String path;

	private final Runnable gone;

	private Departure(Session session, String path, Runnable gone) {
		this.session = session;
		this.path = path;
		this.gone = gone;
	}

	/**
	 * Begin to delete.
	 * @param session the session that owns the node, or has asked for it without an
	 * answer yet
	 * @param path the node
	 * @param gone called when it is not there any more, or when the servers refuse; not
	 * called when the session is over before
	 */
	static void start(Session session, String path, Runnable gone) {
		new Departure(session, path, gone).look();
	}

	// A server that was changed to may not have seen the creation yet (guarantees, H2)
	private void look() {
		this.session.znodes().sync(this.path, (synced) -> {
			if (synced.isOk()) {
				this.session.znodes().read(this.path, this::onRead);
			}
			else {
				onRefused(synced);
			}
		});
	}

	private void onRead(Answer<NodeData> answer) {
		if (!answer.isOk()) {
			onRefused(answer);
		}
		else if (this.session.owns(answer.value().stat())) {
			this.session.znodes().delete(this.path, answer.value().stat().version(), this::onDeleted);
		}
		else {
			this.gone.run();
		}
	}

	private void onDeleted(Answer<String> answer) {
		if (answer.isOk()) {
			this.gone.run();
		}
		else {
			onRefused(answer);
		}
	}

	private void onRefused(Answer<?> answer) {
		ZnodeError error = answer.why().error();
		if (error == ZnodeError.BAD_VERSION) {
			look();
		}
		else if (error.isOutcomeUnknown()) {
			this.session.whenConnected(this::look);
		}
		else {
			if (error != ZnodeError.NO_NODE) {
				logger.warn("The node of a presence could not be deleted and stays until the session ends: {}",
						answer.why());
			}
			this.gone.run();
		}
	}

}
