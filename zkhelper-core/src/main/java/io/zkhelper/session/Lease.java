package io.zkhelper.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Says whether something is still held, by a comparison of clocks at the call. Any thread
 * may ask. Once the answer was no it stays no: an extension that comes too late, by
 * however little, has no effect.
 *
 * @since 1.0.0
 */
public final class Lease {

	private static final Deadline OVER = new Deadline(new Moment(0, Instant.EPOCH), Duration.ZERO);

	private final EventLoop clocks;

	private final AtomicReference<Deadline> word;

	Lease(EventLoop clocks, Deadline first) {
		this.clocks = clocks;
		this.word = new AtomicReference<>(first);
	}

	/**
	 * Return a lease that lasts until it is ended.
	 * @param clocks the clocks
	 * @return the lease
	 */
	public static Lease unlimited(EventLoop clocks) {
		return new Lease(clocks, new Deadline(clocks.now(), Duration.ofDays(10_000)));
	}

	/**
	 * Return whether it is still held.
	 * @return {@code true} before the deadline, by both clocks
	 */
	public boolean isValid() {
		while (true) {
			Deadline deadline = this.word.get();
			if (deadline == OVER) {
				return false;
			}
			if (!deadline.isOver(this.clocks.now())) {
				return true;
			}
			if (this.word.compareAndSet(deadline, OVER)) {
				return false;
			}
		}
	}

	/**
	 * Return how long it is held without another heartbeat.
	 * @return the time, zero when it is over, for good
	 */
	public Duration remaining() {
		while (true) {
			Deadline deadline = this.word.get();
			if (deadline == OVER) {
				return Duration.ZERO;
			}
			Duration remaining = deadline.remaining(this.clocks.now());
			if (!remaining.isZero() || this.word.compareAndSet(deadline, OVER)) {
				return remaining;
			}
		}
	}

	/**
	 * End it now.
	 */
	public void end() {
		this.word.set(OVER);
	}

	boolean extend(Deadline later) {
		Deadline deadline = this.word.get();
		return deadline != OVER && later.isAfter(deadline) && !deadline.isOver(this.clocks.now())
				&& this.word.compareAndSet(deadline, later);
	}

	/**
	 * Make sure that it does not outlast the length, counted from the last anchor.
	 */
	void shortenTo(Duration length) {
		this.word.updateAndGet((deadline) -> (deadline != OVER) ? deadline.shortenedTo(length) : OVER);
	}

}
