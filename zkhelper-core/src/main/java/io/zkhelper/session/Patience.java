package io.zkhelper.session;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Comes to an end when no server has gone on with a session for long.
 */
final class Patience {

	private static final Logger logger = LoggerFactory.getLogger(ZkClient.class);

	/**
	 * Session timeouts without a server after which a session is given up. ZooKeeper's
	 * client does so after four thirds if it reaches no server; if servers refuse it,
	 * because it has seen later transactions than they have, it tries for ever.
	 */
	private static final int TIMEOUTS = 2;

	private final Session session;

	private final EventLoop loop;

	private final Runnable giveUp;

	private @Nullable Cancellable timer;

	/**
	 * Create, to be called upon by {@link #begin}.
	 * @param session the session
	 * @param loop the event loop
	 * @param giveUp called at the end
	 */
	Patience(Session session, EventLoop loop, Runnable giveUp) {
		this.session = session;
		this.loop = loop;
		this.giveUp = giveUp;
	}

	void begin(Duration sessionTimeout) {
		if (this.timer == null) {
			Duration patience = sessionTimeout.multipliedBy(TIMEOUTS);
			this.timer = this.loop.schedule(patience, () -> end(patience));
		}
	}

	private void end(Duration patience) {
		if (!this.session.isOver()) {
			logger.warn(
					"No server has gone on with the session for {}: opening another one. Servers that were "
							+ "restored from a backup, or wiped, refuse clients that have seen later transactions",
					patience);
			this.giveUp.run();
		}
	}

	void cancel() {
		if (this.timer != null) {
			this.timer.cancel();
			this.timer = null;
		}
	}

}
