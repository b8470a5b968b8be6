package io.zkhelper.session;

import java.time.Duration;
import java.time.Instant;

/**
 * One reading of both clocks.
 * <p>
 * The monotonic clock may stand still while a machine sleeps, the wall clock may be set
 * back. Time that has passed is therefore the larger of both for a lease, which must not
 * end too late, and that of the monotonic clock for a wait, which must not end too early.
 *
 * @param nanos the monotonic clock, in nanoseconds from an arbitrary origin
 * @param wall the wall clock
 * @since 1.0.0
 */
public record Moment(long nanos, Instant wall) {

	/**
	 * Return how much time has passed, by whichever clock says more.
	 * @param earlier the moment from which to count
	 * @return the time in between, negative if {@code earlier} is later by both clocks
	 */
	public Duration since(Moment earlier) {
		Duration monotonic = Duration.ofNanos(this.nanos - earlier.nanos);
		Duration wall = Duration.between(earlier.wall, this.wall);
		return (monotonic.compareTo(wall) >= 0) ? monotonic : wall;
	}

	/**
	 * Return how much time has passed at least: by the monotonic clock, which nobody
	 * sets. For those who have to wait for something, where {@link #since} is for those
	 * who must not be late.
	 * @param earlier the moment from which to count
	 * @return the time in between
	 */
	public Duration surelySince(Moment earlier) {
		return Duration.ofNanos(this.nanos - earlier.nanos);
	}

	/**
	 * Return the moment that is later by the same time on both clocks.
	 * @param duration how much later
	 * @return the later moment
	 */
	public Moment plus(Duration duration) {
		return new Moment(this.nanos + duration.toNanos(), this.wall.plus(duration));
	}

}
