package io.zkhelper.test.memory;

import java.time.Duration;

/**
 * How the simulated server and the network behave.
 */
record Settings(Duration tickTime, Duration minSessionTimeout, Duration maxSessionTimeout, Duration containerInterval,
		Duration minLatency, Duration maxLatency, Duration minReconnectDelay, Duration maxReconnectDelay, long seed,
		EnsembleSettings ensemble) {

	static final Settings DEFAULT = new Settings(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(40),
			Duration.ofMinutes(1), Duration.ZERO, Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(2100), 0,
			EnsembleSettings.DEFAULT);

	Settings {
		requirePositive("tickTime", tickTime);
		requirePositive("minSessionTimeout", minSessionTimeout);
		requirePositive("containerInterval", containerInterval);
		if (maxSessionTimeout.compareTo(minSessionTimeout) < 0) {
			throw new IllegalArgumentException("'maxSessionTimeout' must be at least %s but was %s"
				.formatted(minSessionTimeout, maxSessionTimeout));
		}
	}

	private static void requirePositive(String name, Duration value) {
		if (value.isNegative() || value.isZero()) {
			throw new IllegalArgumentException("'%s' must be positive but was %s".formatted(name, value));
		}
	}

	Settings withTickTime(Duration tickTime) {
		return new Settings(tickTime, tickTime.multipliedBy(2), tickTime.multipliedBy(20), this.containerInterval,
				this.minLatency, this.maxLatency, this.minReconnectDelay, this.maxReconnectDelay, this.seed,
				this.ensemble);
	}

	Settings withSessionTimeouts(Duration min, Duration max) {
		return new Settings(this.tickTime, min, max, this.containerInterval, this.minLatency, this.maxLatency,
				this.minReconnectDelay, this.maxReconnectDelay, this.seed, this.ensemble);
	}

	Settings withContainerInterval(Duration interval) {
		return new Settings(this.tickTime, this.minSessionTimeout, this.maxSessionTimeout, interval, this.minLatency,
				this.maxLatency, this.minReconnectDelay, this.maxReconnectDelay, this.seed, this.ensemble);
	}

	Settings withLatency(Duration min, Duration max) {
		return new Settings(this.tickTime, this.minSessionTimeout, this.maxSessionTimeout, this.containerInterval, min,
				max, this.minReconnectDelay, this.maxReconnectDelay, this.seed, this.ensemble);
	}

	Settings withReconnectDelay(Duration min, Duration max) {
		return new Settings(this.tickTime, this.minSessionTimeout, this.maxSessionTimeout, this.containerInterval,
				this.minLatency, this.maxLatency, min, max, this.seed, this.ensemble);
	}

	Settings withSeed(long seed) {
		return new Settings(this.tickTime, this.minSessionTimeout, this.maxSessionTimeout, this.containerInterval,
				this.minLatency, this.maxLatency, this.minReconnectDelay, this.maxReconnectDelay, seed, this.ensemble);
	}

	Settings withEnsemble(EnsembleSettings ensemble) {
		return new Settings(this.tickTime, this.minSessionTimeout, this.maxSessionTimeout, this.containerInterval,
				this.minLatency, this.maxLatency, this.minReconnectDelay, this.maxReconnectDelay, this.seed, ensemble);
	}

	/**
	 * Return how often the leader of an ensemble asks its followers whether they live.
	 */
	Duration halfTick() {
		return this.tickTime.dividedBy(2);
	}

	/**
	 * Return how long servers go on without hearing from each other.
	 */
	Duration silenceLimit() {
		return this.tickTime.multipliedBy(this.ensemble.silentTicks());
	}

}
