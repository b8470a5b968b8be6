package io.zkhelper.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Lock;

/**
 * A lock that at most one holder has at a time, in all processes that use the same name;
 * of a read-write lock or a semaphore, those who may hold it together count as one.
 * <p>
 * At most one process sees a valid {@link HeldLock} at any instant, provided clock rates
 * differ by less than the assumed error and no process is frozen between the check and
 * the act. For that case, let the resource refuse tokens older than the newest that it
 * has seen.
 * <p>
 * Processes get the lock in the order in which they have asked for it, and so do the
 * threads of one process. A process that asks with several threads, by the same options,
 * stands in the queue once and passes the lock on among them, up to 64 times after
 * another process has come.
 * <p>
 * A lock has no state of its own and can be used by many threads. A hold belongs to its
 * {@link HeldLock}, not to a thread: a thread that asks again for what it holds would
 * wait for itself, and is refused with {@link LockDeadlockException}. Use
 * {@link #asLock()} to enter again.
 *
 * @since 1.0.0
 */
public interface DistributedLock {

	/**
	 * Return the name.
	 * @return the name
	 */
	String name();

	/**
	 * Take the lock, and wait for as long as it takes, also for the servers.
	 * @return the hold
	 * @throws InterruptedException if the thread is interrupted, at whatever step;
	 * nothing is left behind
	 * @throws LockException if it can't be had: see there for the reasons
	 */
	HeldLock acquire() throws InterruptedException;

	/**
	 * Take the lock, or fail with an account of who has it.
	 * @param timeout how long to wait; to find out who has it may take a quarter of a
	 * second more
	 * @return the hold
	 * @throws InterruptedException if the thread is interrupted, at whatever step;
	 * nothing is left behind
	 * @throws LockTimeoutException if it was not to be had in time
	 * @throws LockException if it can't be had for another reason
	 */
	HeldLock acquire(Duration timeout) throws InterruptedException;

	/**
	 * Take the lock if it is to be had in time.
	 * <p>
	 * With a timeout of zero one look is taken, which costs a round trip to the servers
	 * unless this process has the lock already: the lock is not to be had if anybody else
	 * is in the queue, if there is no server at the moment, or if the servers do not
	 * answer within a second. Another process may have closed its hold a moment ago and
	 * still be in the queue, since {@link HeldLock#close()} does not wait.
	 * @param timeout how long to wait
	 * @return the hold, empty if the lock was not to be had
	 * @throws InterruptedException if the thread is interrupted, at whatever step;
	 * nothing is left behind
	 * @throws LockException if it can't be had for another reason
	 */
	Optional<HeldLock> tryAcquire(Duration timeout) throws InterruptedException;

	/**
	 * Take the lock without waiting for it on this thread.
	 * @return the hold to come; {@code toCompletableFuture().cancel(…)} gives up at
	 * whatever step, and leaves nothing behind. Completed on the executor for listeners,
	 * exceptionally with what {@link #acquire()} throws
	 */
	CompletionStage<HeldLock> acquireAsync();

	/**
	 * Take the lock without waiting for it on this thread, as long as it is to be had in
	 * time.
	 * @param timeout how long to wait
	 * @return the hold to come, see {@link #acquireAsync()}; completed exceptionally with
	 * {@link LockTimeoutException} if it was not to be had in time
	 */
	CompletionStage<HeldLock> acquireAsync(Duration timeout);

	/**
	 * Return the lock in the form of the JDK. It can be entered again by the thread that
	 * holds it, and can be left by that thread only; others get an
	 * {@link IllegalMonitorStateException}. It has no conditions. {@code lock()} does not
	 * end before it holds; {@code unlock()} of what was lost in the meantime throws
	 * {@link LockLostException}, once the last entry is left.
	 * @return the same {@link Lock} at each call
	 */
	Lock asLock();

}
