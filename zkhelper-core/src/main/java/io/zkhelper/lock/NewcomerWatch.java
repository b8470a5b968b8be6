package io.zkhelper.lock;

import java.util.List;

import io.zkhelper.claim.Contender;
import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.Session;

/**
 * Tells once when somebody else comes into a queue in which this process is alone, so
 * that a lock which it keeps or passes on among its threads does not starve others. Lives
 * on the event loop.
 */
final class NewcomerWatch {

	private final Session session;

	private final String directory;

	private final Runnable found;

	private Cancellable watch = () -> {
	};

	private boolean over;

	/**
	 * Create a watch, to be begun by {@link #begin()}.
	 * @param session the session
	 * @param directory the queue
	 * @param found called when somebody else is in the queue
	 */
	NewcomerWatch(Session session, String directory, Runnable found) {
		this.session = session;
		this.directory = directory;
		this.found = found;
	}

	/**
	 * Begin.
	 * @return ends it
	 */
	Cancellable begin() {
		look();
		return this::cancel;
	}

	private void look() {
		if (!this.over) {
			this.watch = this.session.znodes().watchChildren(this.directory, this::look, this::onRead);
		}
	}

	private void onRead(Answer<List<String>> answer) {
		if (this.over) {
			return;
		}
		if (answer.isOk()) {
			if (answer.value().stream().filter(NewcomerWatch::counts).count() > 1) {
				cancel();
				this.found.run();
			}
		}
		else if (answer.why().error().isOutcomeUnknown()) {
			this.session.whenConnected(this::look);
		}
	}

	// Who wishes that the holder lets go is somebody else too
	private static boolean counts(String name) {
		return Contender.parse(name).isPresent() || Contender.isWish(name);
	}

	private void cancel() {
		this.over = true;
		this.watch.cancel();
	}

}
