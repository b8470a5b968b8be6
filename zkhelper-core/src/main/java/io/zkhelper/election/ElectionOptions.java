package io.zkhelper.election;

import java.time.Duration;

import io.zkhelper.claim.Safety;
import org.jspecify.annotations.Nullable;

/**
 * How one participant takes part in an election.
 *
 * @param safety what the promise of at most one leader rests on
 * @param lease how long a term holds without another heartbeat; {@code null} for the
 * longest that survives one lost heartbeat under the session timeout
 * @param takeoverDelay how long to wait at least after an unclean end; {@code null} for
 * the predecessor's lease with the assumed errors; without meaning for
 * {@link Safety#STANDARD}
 * @param drainTimeout how long an orderly end waits for work in flight
 * @param observer whether to watch without taking part
 * @param failFast whether the first trouble ends the election for this participant, where
 * it would otherwise wait and come back by itself
 * @since 1.0.0
 */
public record ElectionOptions(Safety safety, @Nullable Duration lease, @Nullable Duration takeoverDelay,
		Duration drainTimeout, boolean observer, boolean failFast) {

	/** The defaults: strict, with derived times and ten seconds to drain. */
	public static final ElectionOptions DEFAULT = new ElectionOptions(Safety.STRICT, null, null, Duration.ofSeconds(10),
			false, false);

	public ElectionOptions {
		requirePositive("lease", lease);
		requirePositive("takeoverDelay", takeoverDelay);
		if (drainTimeout.isNegative()) {
			throw new IllegalArgumentException("'drainTimeout' must not be negative but was " + drainTimeout);
		}
	}

	private static void requirePositive(String name, @Nullable Duration value) {
		if (value != null && (value.isNegative() || value.isZero())) {
			throw new IllegalArgumentException("'%s' must be positive but was %s".formatted(name, value));
		}
	}

	/**
	 * Return these options with another level of safety.
	 * @param safety what the promise rests on
	 * @return the other options
	 */
	public ElectionOptions withSafety(Safety safety) {
		return new ElectionOptions(safety, this.lease, this.takeoverDelay, this.drainTimeout, this.observer,
				this.failFast);
	}

	/**
	 * Return these options with another lease.
	 * @param lease how long a term holds without another heartbeat
	 * @return the other options
	 */
	public ElectionOptions withLease(@Nullable Duration lease) {
		return new ElectionOptions(this.safety, lease, this.takeoverDelay, this.drainTimeout, this.observer,
				this.failFast);
	}

	/**
	 * Return these options with another takeover delay.
	 * @param takeoverDelay how long to wait at least after an unclean end
	 * @return the other options
	 */
	public ElectionOptions withTakeoverDelay(@Nullable Duration takeoverDelay) {
		return new ElectionOptions(this.safety, this.lease, takeoverDelay, this.drainTimeout, this.observer,
				this.failFast);
	}

	/**
	 * Return these options with another drain timeout.
	 * @param drainTimeout how long an orderly end waits for work in flight
	 * @return the other options
	 */
	public ElectionOptions withDrainTimeout(Duration drainTimeout) {
		return new ElectionOptions(this.safety, this.lease, this.takeoverDelay, drainTimeout, this.observer,
				this.failFast);
	}

	/**
	 * Return these options for an observer, or for a participant again.
	 * @param observer whether to watch without taking part
	 * @return the other options
	 */
	public ElectionOptions asObserver(boolean observer) {
		return new ElectionOptions(this.safety, this.lease, this.takeoverDelay, this.drainTimeout, observer,
				this.failFast);
	}

	/**
	 * Return these options for a participant that fails fast, or for one that waits and
	 * comes back again. The first {@link ElectionTrouble} after the first connection ends
	 * the term, if there is one, and the election: {@link LeadershipListener#onFailed} is
	 * the last that listeners hear. An observer may fail fast as well.
	 * @param failFast whether the first trouble ends the election
	 * @return the other options
	 */
	public ElectionOptions withFailFast(boolean failFast) {
		return new ElectionOptions(this.safety, this.lease, this.takeoverDelay, this.drainTimeout, this.observer,
				failFast);
	}

}
