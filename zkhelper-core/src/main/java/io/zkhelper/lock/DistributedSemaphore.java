package io.zkhelper.lock;

/**
 * A lock that several may hold at a time: as many as it has permits. Each process says
 * how many that are; while they disagree, the smallest number of those ahead in the queue
 * and of the own one counts, and there is a warning.
 * <p>
 * Permits are given out in the order of asking: who waits for many lets nobody pass who
 * asks for few.
 *
 * @since 1.0.0
 */
public interface DistributedSemaphore extends DistributedLock {

	/**
	 * Return how many permits there are.
	 * @return the number
	 */
	int permits();

	/**
	 * Return a lock that takes several permits at once.
	 * @param permits how many
	 * @return the lock
	 * @throws IllegalArgumentException if that are less than one, or more than there are
	 */
	DistributedLock several(int permits);

}
