package io.zkhelper.test.memory;

import java.time.Duration;

/**
 * How the servers of a simulated ensemble get along.
 *
 * @param minLatency the least time that a message between servers takes
 * @param maxLatency the longest time
 * @param minDisk the least time that writing a transaction takes
 * @param maxDisk the longest time
 * @param silentTicks for so many ticks a server goes on without hearing from the leader,
 * or from a majority
 */
record EnsembleSettings(Duration minLatency, Duration maxLatency, Duration minDisk, Duration maxDisk, int silentTicks) {

	static final EnsembleSettings DEFAULT = new EnsembleSettings(Duration.ZERO, Duration.ZERO, Duration.ZERO,
			Duration.ZERO, 5);

	EnsembleSettings {
		if (silentTicks < 1) {
			throw new IllegalArgumentException("'silentTicks' must be at least 1 but was " + silentTicks);
		}
	}

	EnsembleSettings withLatency(Duration min, Duration max) {
		return new EnsembleSettings(min, max, this.minDisk, this.maxDisk, this.silentTicks);
	}

	EnsembleSettings withDisk(Duration min, Duration max) {
		return new EnsembleSettings(this.minLatency, this.maxLatency, min, max, this.silentTicks);
	}

	EnsembleSettings withSilentTicks(int ticks) {
		return new EnsembleSettings(this.minLatency, this.maxLatency, this.minDisk, this.maxDisk, ticks);
	}

}
