package io.zkhelper.session;

import java.time.Duration;

/**
 * Times on which the lease rests, as assumed by the client.
 *
 * @param sessionTimeout the session timeout to ask for; the servers may grant another one
 * @param tickTime the servers' tick time, which clients can't see
 * @param slack time to spare for scheduling and for messages between servers
 * @param clockError how much the rates of two clocks may differ, as a fraction of 1
 * @since 1.0.0
 */
public record Timing(Duration sessionTimeout, Duration tickTime, Duration slack, double clockError) {

	/** The defaults: 12 s, 2 s, 250 ms and one part in a thousand. */
	public static final Timing DEFAULT = new Timing(Duration.ofSeconds(12), Duration.ofSeconds(2),
			Duration.ofMillis(250), 1e-3);

	public Timing {
		requirePositive("sessionTimeout", sessionTimeout);
		requirePositive("tickTime", tickTime);
		requirePositive("slack", slack);
		if (!(clockError >= 0 && clockError < 0.1)) {
			throw new IllegalArgumentException("'clockError' must be at least 0 and below 0.1 but was " + clockError);
		}
	}

	private static void requirePositive(String name, Duration value) {
		if (value.isNegative() || value.isZero()) {
			throw new IllegalArgumentException("'%s' must be positive but was %s".formatted(name, value));
		}
	}

	/**
	 * Return these times with another session timeout.
	 * @param sessionTimeout the session timeout
	 * @return the other times
	 */
	public Timing withSessionTimeout(Duration sessionTimeout) {
		return new Timing(sessionTimeout, this.tickTime, this.slack, this.clockError);
	}

	/**
	 * Return these times with another tick time.
	 * @param tickTime the servers' tick time
	 * @return the other times
	 */
	public Timing withTickTime(Duration tickTime) {
		return new Timing(this.sessionTimeout, tickTime, this.slack, this.clockError);
	}

}
