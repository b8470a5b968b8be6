package io.zkhelper.test.memory;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A watch as its client has it.
 */
final class ClientWatch {

	private final Runnable fired;

	private final AtomicBoolean spent = new AtomicBoolean();

	ClientWatch(Runnable fired) {
		this.fired = fired;
	}

	void fire(Executor loop) {
		loop.execute(() -> {
			if (this.spent.compareAndSet(false, true)) {
				this.fired.run();
			}
		});
	}

	void giveUp() {
		this.spent.set(true);
	}

	boolean isSpent() {
		return this.spent.get();
	}

}
