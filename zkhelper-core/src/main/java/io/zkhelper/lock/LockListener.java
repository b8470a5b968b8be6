package io.zkhelper.lock;

import java.time.Duration;

/**
 * Is told of every attempt to take a lock, and of every hold that has ended; for meters.
 * Called on the thread at hand, which must not be held up, and only after the fact.
 *
 * @since 1.0.0
 */
public interface LockListener {

	/**
	 * An attempt has come to an end.
	 * @param lock the lock's template, empty if it has none
	 * @param outcome how it has ended
	 * @param took how long it took
	 */
	default void onAttempt(String lock, LockOutcome outcome, Duration took) {
	}

	/**
	 * A hold has ended.
	 * @param lock the lock's template, empty if it has none
	 * @param held how long it was held
	 */
	default void onHoldEnded(String lock, Duration held) {
	}

}
