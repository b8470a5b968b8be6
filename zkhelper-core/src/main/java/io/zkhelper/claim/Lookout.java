package io.zkhelper.claim;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.Session;
import io.zkhelper.session.WatchEvent;
import io.zkhelper.session.ZnodeError;
import org.jspecify.annotations.Nullable;

/**
 * Looks out for what is waited for: by one watch on the node ahead, or on the queue, and
 * by a timer that makes sure of it from time to time.
 */
final class Lookout {

	private static final Duration RECHECK = Duration.ofSeconds(30);

	private static final Cancellable NOTHING = () -> {
	};

	private final Session session;

	private final EventLoop loop;

	private final ClaimSpec spec;

	private final BiConsumer<Answer<WatchEvent>, Boolean> changed;

	private Cancellable watch = NOTHING;

	private Cancellable timer = NOTHING;

	private @Nullable OwnWatch own;

	private boolean over;

	/**
	 * Create a lookout.
	 * @param session the session
	 * @param loop the event loop
	 * @param spec what the claim is for
	 * @param changed takes whether the node ahead has gone for sure, or something has
	 * changed, or that can't be told any more; or takes why it can't be watched:
	 * {@link ZnodeError#NO_NODE} if the own node has gone. With it comes whether the own
	 * node is there for sure
	 */
	Lookout(Session session, EventLoop loop, ClaimSpec spec, BiConsumer<Answer<WatchEvent>, Boolean> changed) {
		this.session = session;
		this.loop = loop;
		this.spec = spec;
		this.changed = changed;
	}

	/**
	 * Begin to look out.
	 * @param waiting where the contender stands
	 * @param queue the queue as it was read
	 * @param recheck called from time to time
	 */
	void start(Queued.Waiting waiting, List<Contender> queue, Runnable recheck) {
		recheckLater(recheck);
		if (waiting.place() instanceof Place.Behind behind) {
			watchOwn(behind, this.spec.path(waiting.contender().name()));
			this.watch = this.session.znodes()
				.watch(this.spec.path(behind.next().name()), this::onFired, this::onWatched);
		}
		else {
			this.watch = this.session.znodes()
				.watchChildren(this.spec.directory(), () -> onFired(WatchEvent.CHANGED),
						(answer) -> onQueueWatched(queue, answer));
		}
	}

	private void watchOwn(Place.Behind behind, String path) {
		if (behind.sole()) {
			this.own = new OwnWatch(this.session, path, () -> report(Answer.refused(ZnodeError.NO_NODE, path)));
		}
	}

	// Somebody may have come or gone between the read and the watch
	private void onQueueWatched(List<Contender> queue, Answer<List<String>> answer) {
		if (!answer.isOk()) {
			onFailed(answer.why());
			return;
		}
		Set<String> known = queue.stream().map(Contender::name).collect(Collectors.toSet());
		Set<String> names = answer.value()
			.stream()
			.filter((name) -> Contender.parse(name).isPresent())
			.collect(Collectors.toSet());
		if (!names.equals(known)) {
			onFired(WatchEvent.CHANGED);
		}
	}

	private void recheckLater(Runnable recheck) {
		this.timer = this.loop.schedule(RECHECK, () -> {
			recheckLater(recheck);
			recheck.run();
		});
	}

	private void onFired(WatchEvent event) {
		report(Answer.of(event));
	}

	private void onWatched(Answer<NodeData> answer) {
		if (!answer.isOk()) {
			onFailed(answer.why());
		}
	}

	private void onFailed(Refusal why) {
		if (why.error() == ZnodeError.NO_NODE) {
			onFired(WatchEvent.DELETED);
		}
		else if (why.error().isOutcomeUnknown()) {
			this.session.whenConnected(() -> onFired(WatchEvent.CHANGED));
		}
		else {
			report(new Answer<>(null, why));
		}
	}

	private void report(Answer<WatchEvent> answer) {
		if (!this.over) {
			cancel();
			this.changed.accept(answer, this.own != null && this.own.isThere());
		}
	}

	void cancel() {
		this.over = true;
		this.watch.cancel();
		this.timer.cancel();
		if (this.own != null) {
			this.own.cancel();
		}
	}

}
