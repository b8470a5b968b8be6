package io.zkhelper.lock;

import java.time.Duration;
import java.util.List;

import io.zkhelper.claim.Contender;
import io.zkhelper.claim.Removal;
import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Paths;
import io.zkhelper.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the wish that a node goes, as long as somebody wants to hear it: by one watch
 * on the queue. Lives on the event loop, except where said otherwise.
 */
final class WishWatch {

	private static final Logger logger = LoggerFactory.getLogger(DistributedLocks.class);

	/** A queue where many come and go is not read for each of them. */
	private static final Duration DEBOUNCE = Duration.ofMillis(200);

	private static final Cancellable NOTHING = () -> {
	};

	private final EventLoop loop;

	private final Session session;

	private final String directory;

	private final String wish;

	private final Wishes wishes;

	private Cancellable watch = NOTHING;

	private Cancellable next = NOTHING;

	private boolean hearing;

	private boolean over;

	/**
	 * Create a watch that has not begun.
	 * @param context what all locks work with
	 * @param node the node, of this process
	 */
	WishWatch(LockContext context, LockNode node) {
		this.loop = context.loop();
		this.session = node.session();
		this.directory = Paths.parentOf(node.path());
		this.wish = Contender.wishFor(Paths.nameOf(node.path()));
		this.wishes = new Wishes(context.listenerExecutor());
	}

	/**
	 * Call back for each wish; from any thread.
	 */
	void listen(Runnable action) {
		this.wishes.listen(action);
	}

	/**
	 * Begin, from any thread.
	 */
	void start() {
		this.loop.execute(this::look);
	}

	/**
	 * Stop for good, from any thread.
	 */
	void stop() {
		this.loop.execute(() -> {
			this.over = true;
			this.watch.cancel();
			this.next.cancel();
		});
	}

	private void look() {
		if (!this.over && !this.session.isOver()) {
			this.watch = this.session.znodes().watchChildren(this.directory, this::lookSoon, this::onNames);
		}
	}

	private void lookSoon() {
		this.next = this.loop.schedule(DEBOUNCE, this::look);
	}

	private void onNames(Answer<List<String>> answer) {
		if (this.over) {
			return;
		}
		if (answer.isOk()) {
			hear(answer.value());
		}
		else if (answer.why().error().isOutcomeUnknown()) {
			this.session.whenConnected(this::look);
		}
		else {
			logger.warn("Nobody hears who asks for the release of '{}': {}", this.directory, answer.why());
		}
	}

	private void hear(List<String> names) {
		if (!this.hearing && names.contains(this.wish)) {
			this.hearing = true;
			this.wishes.add();
			Removal.start(this.session, this.directory + "/" + this.wish, () -> this.hearing = false);
		}
	}

}
