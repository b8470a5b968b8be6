package io.zkhelper.session;

import java.time.Duration;

/**
 * Delays that double from try to try, up to a limit, with a quarter of random on top so
 * that many clients don't come back as one.
 *
 * @since 1.0.0
 */
public final class Backoff {

	private final Duration first;

	private final Duration limit;

	private final EventLoop clock;

	private int tries;

	/**
	 * Create a sequence of delays.
	 * @param first the first delay
	 * @param limit the longest delay, before the random part
	 * @param clock whose reading serves as the random part, so that simulations replay
	 */
	public Backoff(Duration first, Duration limit, EventLoop clock) {
		this.first = first;
		this.limit = limit;
		this.clock = clock;
	}

	/**
	 * Return the next delay.
	 * @return the delay
	 */
	public Duration next() {
		Duration doubled = this.first.multipliedBy(1L << Math.min(this.tries++, 20));
		Duration delay = (doubled.compareTo(this.limit) < 0) ? doubled : this.limit;
		return delay.plusNanos(Math.floorMod(this.clock.now().nanos() * 0x9E3779B97F4A7C15L, delay.toNanos() / 4 + 1));
	}

	/**
	 * Begin with the first delay again, after a success.
	 */
	public void reset() {
		this.tries = 0;
	}

}
