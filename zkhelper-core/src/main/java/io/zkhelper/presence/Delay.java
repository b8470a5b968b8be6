package io.zkhelper.presence;

import java.time.Duration;

/**
 * Between two bounds at random, so that many who were hurt at once don't come back at
 * once.
 *
 * @param min the shortest delay
 * @param max the longest delay
 */
record Delay(Duration min, Duration max) {

	private static final int PARTS = 1 << 16;

	Delay {
		if (min.isNegative() || max.compareTo(min) < 0) {
			throw new IllegalArgumentException(
					"The delay must be from 0 or more to no less than that, but was from %s to %s".formatted(min, max));
		}
	}

	/**
	 * Return one of the delays.
	 * @param random decides which
	 */
	Duration pick(int random) {
		return this.min.plus(this.max.minus(this.min).multipliedBy(Math.floorMod(random, PARTS)).dividedBy(PARTS));
	}

}
