package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.Random;

/**
 * Draws durations at random.
 */
final class Latency {

	private final long min;

	private final long max;

	private final Random random;

	Latency(Duration min, Duration max, Random random) {
		if (min.isNegative() || max.compareTo(min) < 0) {
			throw new IllegalArgumentException(
					"'min' must be from 0 to 'max' but they were %s and %s".formatted(min, max));
		}
		this.min = min.toNanos();
		this.max = max.toNanos();
		this.random = random;
	}

	boolean isZero() {
		return this.max == 0;
	}

	long nextNanos() {
		return (this.min == this.max) ? this.min : this.random.nextLong(this.min, this.max);
	}

	Duration next() {
		return Duration.ofNanos(nextNanos());
	}

}
