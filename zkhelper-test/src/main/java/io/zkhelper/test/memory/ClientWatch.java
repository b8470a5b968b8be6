package io.zkhelper.test.memory;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import io.zkhelper.session.WatchEvent;

/**
 * A watch as its client has it.
 */
final class ClientWatch {

	private final Consumer<WatchEvent> fired;

	private final AtomicBoolean spent = new AtomicBoolean();

	ClientWatch(Consumer<WatchEvent> fired) {
		this.fired = fired;
	}

	void fire(Executor loop, WatchEvent event) {
		loop.execute(() -> {
			if (this.spent.compareAndSet(false, true)) {
				this.fired.accept(event);
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
