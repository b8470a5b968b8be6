package io.zkhelper.test.lock;

import java.time.Duration;

import io.zkhelper.lock.LockListener;
import io.zkhelper.lock.LockOutcome;

/**
 * A listener that always fails.
 */
final class BrokenListener implements LockListener {

	@Override
	public void onAttempt(String lock, LockOutcome outcome, Duration took) {
		throw new IllegalStateException("Broken at an attempt that is " + outcome);
	}

	@Override
	public void onHoldEnded(String lock, Duration held) {
		throw new IllegalStateException("Broken at the end of a hold");
	}

}
