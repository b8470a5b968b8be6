package io.zkhelper.session;

import java.time.Duration;

/**
 * The inequalities between session timeout, lease, heartbeat and takeover delay.
 *
 * @param timing the times that are assumed
 * @param timeout the smallest session timeout that the servers have granted this session
 * @since 1.0.0
 */
public record LeaseRules(Timing timing, Duration timeout) {

	/** What a reconnect may take: the client waits up to a second, twice, before it. */
	private static final Duration RECONNECT = Duration.ofMillis(2100);

	/**
	 * Return the longest lease that no session expiry can overtake (R1).
	 * @return the upper bound
	 */
	public Duration longestLease() {
		return scaled(part(budget(), 2), 1 - 2 * this.timing.clockError());
	}

	/**
	 * Return the longest lease that also survives one lost touch of the session (R2), in
	 * round figures.
	 * @return the lease to use unless told otherwise
	 */
	public Duration defaultLease() {
		return rounded(scaled(part(budget(), 3), 1 - 2 * this.timing.clockError()));
	}

	private Duration budget() {
		Duration budget = this.timeout.minus(part(this.timing.tickTime(), 2)).minus(this.timing.slack());
		return budget.isNegative() ? Duration.ZERO : budget;
	}

	/**
	 * Return how often to send a heartbeat (R4): often enough to survive a reconnect
	 * where the lease allows it, four times a lease otherwise.
	 * @param wanted the lease, which counts as the longest that is safe if it is longer
	 * @return the period
	 */
	public Duration heartbeatPeriod(Duration wanted) {
		Duration lease = (wanted.compareTo(longestLease()) <= 0) ? wanted : longestLease();
		return survivesReconnect(lease) ? rounded(scaled(lease.minus(RECONNECT), 1 / 1.5)) : part(lease, 4);
	}

	/**
	 * Return whether a lease is long enough to survive a reconnect (R4).
	 * @param lease the lease
	 * @return {@code true} if at least one heartbeat fits in after a reconnect
	 */
	public boolean survivesReconnect(Duration lease) {
		return scaled(lease.minus(RECONNECT), 1 / 1.5).compareTo(part(lease, 10)) > 0;
	}

	/**
	 * Return how long to wait after the unclean end of a predecessor (R3).
	 * @param lease the predecessor's lease
	 * @return the delay
	 */
	public Duration takeoverDelay(Duration lease) {
		return scaled(lease, 1 + 2 * this.timing.clockError()).plus(this.timing.slack());
	}

	/**
	 * Return how far apart two heartbeats have to be sent to count as two touches.
	 * @return half a tick and the slack
	 */
	public Duration touchDistance() {
		return part(this.timing.tickTime(), 2).plus(this.timing.slack());
	}

	/**
	 * Return how long a session lives for sure after a touch that counts (R6).
	 * @return the time from the sending of the heartbeat
	 */
	public Duration sureLife() {
		return scaled(this.timeout, 1 - 2 * this.timing.clockError()).minus(this.timing.slack());
	}

	/**
	 * Check a lease and a takeover delay that a person has chosen.
	 * @param lease the lease
	 * @param takeoverDelay the takeover delay
	 * @throws UnsafeTimingException if they can't be safe
	 */
	public void check(Duration lease, Duration takeoverDelay) {
		if (lease.compareTo(longestLease()) > 0) {
			throw new UnsafeTimingException("lease",
					("'lease' must be at most %s but was %s: with a session timeout of %s"
							+ " and a tick time of %s the session may expire before a longer lease ends."
							+ " Shorten the lease, or ask for a longer session timeout")
						.formatted(longestLease(), lease, this.timeout, this.timing.tickTime()));
		}
		if (takeoverDelay.compareTo(takeoverDelay(lease)) < 0) {
			throw new UnsafeTimingException("takeoverDelay",
					("'takeoverDelay' must be at least %s but was %s: a predecessor with a lease of %s may still lead"
							+ " for that long. Lengthen the takeover delay, or shorten the lease")
						.formatted(takeoverDelay(lease), takeoverDelay, lease));
		}
	}

	/**
	 * Return in words why no lease is safe, for when {@link #longestLease()} is zero.
	 * @return a sentence with the remedy
	 */
	public String tooShort() {
		return ("a session timeout of %s, as granted by the servers, leaves no time for a lease"
				+ " with a tick time of %s and a slack of %s. Let the servers grant a longer one,"
				+ " or state their real tick time")
			.formatted(this.timeout, this.timing.tickTime(), this.timing.slack());
	}

	private static Duration scaled(Duration duration, double factor) {
		return Duration.ofNanos((long) (duration.toNanos() * factor));
	}

	// Duration.dividedBy calculates with BigDecimals
	private static Duration part(Duration duration, int divisor) {
		return Duration.ofNanos(duration.toNanos() / divisor);
	}

	private static Duration rounded(Duration duration) {
		long unit = (duration.toMillis() >= 500) ? 100 : 1;
		return Duration.ofMillis(Math.max(1, duration.toMillis() / unit * unit));
	}

}
