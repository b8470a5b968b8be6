package io.zkhelper.claim;

import java.time.Duration;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;

/**
 * Looks out for the end of the node ahead: by one watch, and by a timer that makes sure
 * of it from time to time.
 */
final class Lookout {

	private static final Duration RECHECK = Duration.ofSeconds(30);

	private static final Cancellable NOTHING = () -> {
	};

	private final Session session;

	private final EventLoop loop;

	private final String path;

	private final Consumer<Answer<String>> changed;

	private Cancellable watch = NOTHING;

	private Cancellable timer = NOTHING;

	private boolean over;

	/**
	 * Create a lookout.
	 * @param session the session
	 * @param loop the event loop
	 * @param path the node to watch
	 * @param changed takes the path when the node has changed or gone, or when that can't
	 * be told any more; or takes why it can't be watched
	 */
	Lookout(Session session, EventLoop loop, String path, Consumer<Answer<String>> changed) {
		this.session = session;
		this.loop = loop;
		this.path = path;
		this.changed = changed;
	}

	void start(Runnable recheck) {
		this.watch = this.session.znodes().watch(this.path, this::onFired, this::onWatched);
		recheckLater(recheck);
	}

	private void recheckLater(Runnable recheck) {
		this.timer = this.loop.schedule(RECHECK, () -> {
			recheckLater(recheck);
			recheck.run();
		});
	}

	private void onFired() {
		report(Answer.of(this.path));
	}

	private void onWatched(Answer<NodeData> answer) {
		if (answer.isOk()) {
			return;
		}
		if (answer.failedWith(ZnodeError.NO_NODE)) {
			onFired();
		}
		else if (answer.why().error().isOutcomeUnknown()) {
			this.session.whenConnected(this::onFired);
		}
		else {
			report(new Answer<>(null, answer.why()));
		}
	}

	private void report(Answer<String> answer) {
		if (!this.over) {
			cancel();
			this.changed.accept(answer);
		}
	}

	void cancel() {
		this.over = true;
		this.watch.cancel();
		this.timer.cancel();
	}

}
