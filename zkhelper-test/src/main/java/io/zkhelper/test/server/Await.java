package io.zkhelper.test.server;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Waits for what a server does in threads of its own.
 */
final class Await {

	private static final long POLL_NANOS = Duration.ofMillis(1).toNanos();

	private Await() {
	}

	static void until(String what, Duration atMost, BooleanSupplier condition) {
		if (!holds(atMost, condition)) {
			throw new IllegalStateException("Waited in vain for %s to see that %s".formatted(atMost, what));
		}
	}

	static boolean holds(Duration atMost, BooleanSupplier condition) {
		long start = System.nanoTime();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() - start > atMost.toNanos()) {
				return false;
			}
			LockSupport.parkNanos(POLL_NANOS);
		}
		return true;
	}

}
