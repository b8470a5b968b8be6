package io.zkhelper.claim.takeover;

import java.time.Duration;
import java.util.Optional;

import io.zkhelper.claim.Safety;
import io.zkhelper.session.LeaseRules;

/**
 * How long the first in the queue has to wait before it may take over (R3).
 *
 * @param precaution what is done lest two hold at once
 * @param rules the inequalities of its session
 */
record Succession(Precaution precaution, LeaseRules rules) {

	/**
	 * Return the delay from the moment in which the predecessor's node was seen gone.
	 * @param read the term record
	 * @param predecessor what is known about who led before
	 * @return the delay, zero after a clean release
	 */
	Duration delay(ReadRecord read, Predecessor predecessor) {
		if (this.precaution.safety() == Safety.STANDARD || predecessor == Predecessor.MYSELF) {
			return Duration.ZERO;
		}
		if (read.isBlank()) {
			return (predecessor == Predecessor.NOBODY) ? Duration.ZERO : delayAfterUnknown();
		}
		return read.record()
			.map((record) -> record.isHeld() ? delayAfter(record.lease()) : Duration.ZERO)
			.orElseGet(this::delayAfterUnknown);
	}

	private Duration delayAfter(Duration predecessorsLease) {
		return longer(this.rules.takeoverDelay(predecessorsLease), configured().orElse(Duration.ZERO));
	}

	private Duration delayAfterUnknown() {
		return longer(configured().orElseGet(() -> this.rules.takeoverDelay(this.precaution.lease(this.rules))),
				this.rules.timeout());
	}

	private Optional<Duration> configured() {
		return Optional.ofNullable(this.precaution.takeoverDelay());
	}

	private static Duration longer(Duration one, Duration other) {
		return (one.compareTo(other) >= 0) ? one : other;
	}

	/**
	 * Who led before, as far as the first in the queue knows.
	 */
	enum Predecessor {

		/** Nobody was seen ahead in the queue. */
		NOBODY,

		/** Somebody was. */
		ANOTHER,

		/** An earlier term of this process, which it knows to be over. */
		MYSELF

	}

}
