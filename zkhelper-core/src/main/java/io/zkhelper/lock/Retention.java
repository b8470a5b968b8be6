package io.zkhelper.lock;

import java.time.Duration;
import java.util.Optional;

import io.zkhelper.session.Moment;

/**
 * For how long a lock that nobody uses is still kept.
 */
final class Retention {

	private final Duration length;

	private Moment idleSince;

	private boolean timed;

	/**
	 * Create a retention.
	 * @param length how long, zero for not at all
	 * @param now the present
	 */
	Retention(Duration length, Moment now) {
		this.length = length;
		this.idleSince = now;
	}

	boolean isOn() {
		return !this.length.isZero();
	}

	/**
	 * The lock is not used any more.
	 * @param now the present
	 * @return after which time to ask whether it {@link #isOver}, empty if a timer for
	 * that runs already
	 */
	Optional<Duration> begin(Moment now) {
		this.idleSince = now;
		return rest(now);
	}

	/**
	 * The timer has come to its end.
	 */
	void onTimer() {
		this.timed = false;
	}

	/**
	 * Return after which time to ask again.
	 */
	Optional<Duration> rest(Moment now) {
		if (this.timed) {
			return Optional.empty();
		}
		this.timed = true;
		return Optional.of(this.length.minus(now.since(this.idleSince)));
	}

	boolean isOver(Moment now) {
		return now.since(this.idleSince).compareTo(this.length) >= 0;
	}

}
