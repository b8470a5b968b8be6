package io.zkhelper.presence;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

import io.zkhelper.session.Cancellable;
import io.zkhelper.session.EventLoop;

/**
 * What a presence will do later, each thing once at a time. Lives on the event loop.
 */
final class Timers {

	private final EventLoop loop;

	private final Map<Kind, Cancellable> running = new EnumMap<>(Kind.class);

	Timers(EventLoop loop) {
		this.loop = loop;
	}

	/**
	 * Plan something, unless it is planned already.
	 */
	void start(Kind kind, Duration delay, Runnable task) {
		if (!this.running.containsKey(kind)) {
			this.running.put(kind, this.loop.schedule(delay, () -> {
				this.running.remove(kind);
				task.run();
			}));
		}
	}

	boolean isRunning(Kind kind) {
		return this.running.containsKey(kind);
	}

	void stop(Kind kind) {
		Cancellable timer = this.running.remove(kind);
		if (timer != null) {
			timer.cancel();
		}
	}

	void stopAll() {
		this.running.values().forEach(Cancellable::cancel);
		this.running.clear();
	}

	/** What for. */
	enum Kind {

		/** Something was refused. */
		RETRY,

		/** A watch may have been lost. */
		RECHECK,

		/** Somebody else's node should have gone by then. */
		LIMIT,

		/** Somebody else has deleted the node, or written to it. */
		UNDO

	}

}
