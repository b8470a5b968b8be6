package io.zkhelper.session;

import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * Delays that double from try to try, up to a limit. With a quarter of random on top
 * where many clients would otherwise come back as one; exact where only one is concerned.
 *
 * @since 1.0.0
 */
public final class Backoff {

	private final Duration first;

	private final Duration limit;

	private final UnaryOperator<Duration> spread;

	private int tries;

	/**
	 * Create a sequence of delays with a random part.
	 * @param first the first delay
	 * @param limit the longest delay, before the random part
	 * @param clock whose reading serves as the random part, so that simulations replay
	 */
	public Backoff(Duration first, Duration limit, EventLoop clock) {
		this(first, limit, (delay) -> delay
			.plusNanos(Math.floorMod(clock.now().nanos() * 0x9E3779B97F4A7C15L, delay.toNanos() / 4 + 1)));
	}

	private Backoff(Duration first, Duration limit, UnaryOperator<Duration> spread) {
		this.first = first;
		this.limit = limit;
		this.spread = spread;
	}

	/**
	 * Return a sequence of delays without a random part.
	 * @param first the first delay
	 * @param limit the longest delay
	 * @return the sequence
	 */
	public static Backoff exact(Duration first, Duration limit) {
		return new Backoff(first, limit, UnaryOperator.identity());
	}

	/**
	 * Return the next delay.
	 * @return the delay
	 */
	public Duration next() {
		Duration doubled = this.first.multipliedBy(1L << Math.min(this.tries++, 20));
		return this.spread.apply((doubled.compareTo(this.limit) < 0) ? doubled : this.limit);
	}

	/**
	 * Begin with the first delay again, after a success.
	 */
	public void reset() {
		this.tries = 0;
	}

}
