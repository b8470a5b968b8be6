package io.zkhelper.test.process;

import java.time.Duration;

/**
 * How often a process looks whether it leads: all the time for 0.3 s after an answer that
 * differs from the one before, and after a gap, which is when answers may be wrong; and
 * seldom enough otherwise to leave a machine to many processes.
 */
final class Pace {

	private static final long DENSE_NANOS = 200_000;

	private static final long SPARSE_AS_LEADER_NANOS = 2_000_000;

	private static final long SPARSE_AS_FOLLOWER_NANOS = 5_000_000;

	private static final long ATTENTION_NANOS = Duration.ofMillis(300).toNanos();

	private boolean led;

	private long last = System.nanoTime();

	private long alarmed = this.last;

	/**
	 * Return how long to wait after a look.
	 * @param leads the answer
	 * @param after the stamp after it
	 */
	long pauseNanos(boolean leads, long after) {
		if (leads != this.led || after - this.last > Logbook.GAP_NANOS) {
			this.alarmed = after;
		}
		this.led = leads;
		this.last = after;
		if (after - this.alarmed < ATTENTION_NANOS) {
			return DENSE_NANOS;
		}
		return leads ? SPARSE_AS_LEADER_NANOS : SPARSE_AS_FOLLOWER_NANOS;
	}

}
