package io.zkhelper.benchmarks;

import java.time.Duration;
import java.util.List;

import io.zkhelper.benchmarks.Turns.Measured;

/**
 * Has the compiler see everybody's code some thousand times, without the proxy, where
 * that takes seconds. A process that runs for days is measured, not one that has just
 * begun.
 */
final class WarmUp {

	private static final String LOCK = "warm-up-" + ProcessHandle.current().pid();

	private WarmUp() {
	}

	/**
	 * Warm this process up.
	 * @param direct how to reach the server without any delay
	 * @param duration how long each one takes
	 */
	static void take(String direct, Duration duration) throws Exception {
		if (duration.isZero()) {
			return;
		}
		try (RawClient raw = new RawClient(direct);
				Contestant ours = new ZkhelperLocks(direct);
				Contestant curator = new CuratorLocks(direct)) {
			for (Measured contestant : List.<Measured>of(raw::create, Measured.cycle(ours.mutex(LOCK)),
					Measured.cycle(curator.mutex(LOCK)))) {
				long end = System.nanoTime() + duration.toNanos();
				while (System.nanoTime() < end) {
					contestant.nanos();
				}
			}
		}
	}

}
