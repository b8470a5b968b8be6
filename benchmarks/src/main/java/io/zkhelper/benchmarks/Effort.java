package io.zkhelper.benchmarks;

import java.time.Duration;

/**
 * How much is done for a figure.
 *
 * @param warmUp how long each one runs before everything else
 * @param warmUpRounds rounds that don't count
 * @param rounds rounds that do; in each one everybody has a turn
 * @param cycles how often something is done in a turn
 * @param window how long a turn takes where as much as possible is done in a time
 * @param forks whether JMH has a JVM of its own
 */
record Effort(Duration warmUp, int warmUpRounds, int rounds, int cycles, Duration window, int forks) {

	/** For figures. */
	static final Effort FULL = new Effort(Duration.ofSeconds(4), 2, 10, 150, Duration.ofSeconds(1), 1);

	/** To see that a benchmark works. */
	static final Effort BRIEF = new Effort(Duration.ZERO, 0, 1, 5, Duration.ofMillis(200), 0);

	/** For what takes long. */
	Effort withCyclesDividedBy(int divisor) {
		return new Effort(this.warmUp, this.warmUpRounds, this.rounds, Math.max(1, this.cycles / divisor), this.window,
				this.forks);
	}

	int allRounds() {
		return this.warmUpRounds + this.rounds;
	}

	boolean isWarmUp(int round) {
		return round < this.warmUpRounds;
	}

}
