package io.zkhelper.session;

import java.util.HashSet;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the servers have counted in the queues that a client has read: their counters
 * end at {@link Integer#MAX_VALUE}.
 *
 * @since 1.0.0
 */
public final class SequenceCounters {

	private static final Logger logger = LoggerFactory.getLogger(ZkClient.class);

	/** Half of the way, so that there are years left to do something. */
	private static final int HALF_WAY = 1 << 30;

	private static final int MAX_QUEUES = 1000;

	// Only the event loop reads and writes it
	private final Set<String> warned = new HashSet<>();

	private volatile int highest;

	/**
	 * Note a number that was read, and warn once for each queue that is half way. For the
	 * event loop.
	 * @param queue the queue
	 * @param sequence the number; a negative one comes after all others
	 */
	public void note(String queue, int sequence) {
		int number = (sequence < 0) ? Integer.MAX_VALUE : sequence;
		if (number > this.highest) {
			this.highest = number;
		}
		if (number >= HALF_WAY && this.warned.size() < MAX_QUEUES && this.warned.add(queue)) {
			logger.warn(
					"The servers have counted to {} in '{}', and stop at {}. Near that the order comes from the transactions,"
							+ " for which everybody who joins or waits reads each node. They count from 0 again in a"
							+ " new directory: when nobody is in this one, delete it",
					number, queue, Integer.MAX_VALUE);
		}
	}

	/**
	 * Return the highest number that was seen in any queue.
	 * @return the number, 0 before the first
	 */
	public int highest() {
		return this.highest;
	}

}
