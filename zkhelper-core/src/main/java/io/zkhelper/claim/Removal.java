package io.zkhelper.claim;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes a node for sure: tries until the node is gone, or the session that owns it is.
 * Lives on the event loop.
 *
 * @since 1.0.0
 */
public final class Removal {

	private static final Logger logger = LoggerFactory.getLogger(Removal.class);

	private final Session session;

	private final String path;

	private final Runnable gone;

	private Removal(Session session, String path, Runnable gone) {
		this.session = session;
		this.path = path;
		this.gone = gone;
	}

	/**
	 * Begin to delete a node.
	 * @param session the session that owns it
	 * @param path the node
	 * @param gone called when it is gone, or when the servers refuse to delete it; not
	 * called when the session is over before
	 */
	public static void start(Session session, String path, Runnable gone) {
		new Removal(session, path, gone).attempt();
	}

	private void attempt() {
		this.session.znodes().delete(this.path, Change.ANY_VERSION, this::onAnswer);
	}

	private void onAnswer(Answer<String> answer) {
		if (answer.isOk() || answer.failedWith(ZnodeError.NO_NODE)) {
			this.gone.run();
		}
		else if (answer.why().error().isOutcomeUnknown()) {
			this.session.whenConnected(this::attempt);
		}
		else {
			logger.warn("A node of ours could not be deleted and stays until the session ends: {}", answer.why());
			this.gone.run();
		}
	}

}
