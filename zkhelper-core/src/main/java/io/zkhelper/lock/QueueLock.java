package io.zkhelper.lock;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * Waits until a node that the caller has made is the first in its queue: the first of its
 * parent's children whose names end in a number of ten digits, in order of these numbers.
 * The node is never deleted by this, and is no proof of anything: it is held as long as
 * its owner lets it be.
 *
 * @since 1.0.0
 */
public interface QueueLock {

	/**
	 * Wait for as long as it takes.
	 * @throws InterruptedException if the thread is interrupted
	 * @throws LockException if the node is not in the queue (any more), or the session
	 * has expired
	 */
	void await() throws InterruptedException;

	/**
	 * Wait for a while.
	 * @param timeout how long to wait; zero or less to look once, which takes a round
	 * trip
	 * @return whether the node is first
	 * @throws InterruptedException if the thread is interrupted
	 * @throws LockException if the node is not in the queue (any more), or the session
	 * has expired
	 */
	boolean await(Duration timeout) throws InterruptedException;

	/**
	 * Wait without holding up this thread.
	 * @return completes when the node is first, exceptionally with what {@link #await()}
	 * throws; {@code toCompletableFuture().cancel(…)} gives up
	 */
	CompletionStage<Void> awaitAsync();

}
