package io.zkhelper.election;

import java.time.Duration;
import java.util.concurrent.Executor;

import io.zkhelper.session.EventLoop;

/**
 * Waits for the work of a term: until it is done, until it was asked to stop and had a
 * moment to do so, or until the term has ended by itself.
 */
final class Drain {

	/** What work gets that was asked to stop. */
	private static final Duration GRACE = Duration.ofMillis(500);

	private final EventLoop loop;

	private final Runnable then;

	private boolean over;

	Drain(EventLoop loop, Runnable then) {
		this.loop = loop;
		this.then = then;
	}

	void start(WorkGate gate, Duration timeout, Executor executor) {
		gate.close(() -> this.loop.execute(this::finish));
		// Also when the term has ended meanwhile: what is still at work then is late
		// all the more
		this.loop.schedule(timeout, () -> {
			this.loop.schedule(GRACE, this::finish);
			gate.cancelAll(executor);
		});
	}

	private void finish() {
		if (!this.over) {
			this.over = true;
			this.then.run();
		}
	}

}
