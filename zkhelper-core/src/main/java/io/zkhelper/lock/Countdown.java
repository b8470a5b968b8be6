package io.zkhelper.lock;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A time that runs out, shared by several steps.
 */
final class Countdown {

	private final Duration total;

	private final LongSupplier nanos;

	private final long begun;

	Countdown(Duration total, LongSupplier nanos) {
		this.total = total;
		this.nanos = nanos;
		this.begun = nanos.getAsLong();
	}

	/**
	 * Return what is left of it, zero when it is over.
	 */
	Duration left() {
		Duration left = this.total.minusNanos(this.nanos.getAsLong() - this.begun);
		return left.isNegative() ? Duration.ZERO : left;
	}

}
