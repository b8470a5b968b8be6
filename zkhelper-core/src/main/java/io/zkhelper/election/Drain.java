package io.zkhelper.election;

import java.time.Duration;
import java.util.concurrent.Executor;

import io.zkhelper.session.EventLoop;

/**
 * Waits for the work of a term: until it is done, or until it was asked to stop and had a
 * moment to do so.
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
		this.loop.schedule(timeout, () -> {
			if (!this.over) {
				gate.cancelAll(executor);
				this.loop.schedule(GRACE, this::finish);
			}
		});
	}

	private void finish() {
		if (!this.over) {
			this.over = true;
			this.then.run();
		}
	}

}
