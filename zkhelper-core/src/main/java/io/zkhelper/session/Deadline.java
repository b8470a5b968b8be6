package io.zkhelper.session;

import java.time.Duration;

/**
 * Until when something holds, by both clocks.
 *
 * @param anchor the moment from which the length counts: when the heartbeat was sent
 * @param length how long it holds from there
 */
record Deadline(Moment anchor, Duration length) {

	boolean isOver(Moment now) {
		return now.since(this.anchor).compareTo(this.length) >= 0;
	}

	Duration remaining(Moment now) {
		Duration remaining = this.length.minus(now.since(this.anchor));
		return remaining.isNegative() ? Duration.ZERO : remaining;
	}

	/**
	 * Whether this one ends later. Anchors of one process, so the monotonic clock
	 * decides.
	 */
	boolean isAfter(Deadline other) {
		return this.anchor.nanos() + this.length.toNanos() - other.anchor.nanos() - other.length.toNanos() > 0;
	}

	Deadline shortenedTo(Duration length) {
		return (length.compareTo(this.length) < 0) ? new Deadline(this.anchor, length) : this;
	}

}
