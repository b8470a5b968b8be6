package io.zkhelper.lock;

import java.util.concurrent.CompletionStage;

/**
 * A lock that either many readers hold, or one writer. All are served in the order in
 * which they have asked, except that readers next to each other go together: a waiting
 * writer lets no later reader pass, and nobody starves.
 * <p>
 * A thread that holds the write lock can change it for the read lock, see
 * {@link #downgrade}. The other way round two readers would wait for each other for ever,
 * so a thread that holds the read lock and asks for the write lock gets a
 * {@link LockDeadlockException}.
 *
 * @since 1.0.0
 */
public interface DistributedReadWriteLock {

	/**
	 * Return the name.
	 * @return the name
	 */
	String name();

	/**
	 * Return the lock for readers.
	 * @return the shared lock
	 */
	DistributedLock read();

	/**
	 * Return the lock for writers.
	 * @return the exclusive lock
	 */
	DistributedLock write();

	/**
	 * Change a write lock for a read lock, without anybody writing in between: in one
	 * transaction, which takes a round trip.
	 * @param held a valid hold of {@link #write()}, which is closed by this
	 * @return the hold of {@link #read()}, at the same place in the queue
	 * @throws InterruptedException if the thread is interrupted, which closes both
	 * @throws LockLostException if the write lock was lost
	 * @throws IllegalArgumentException if the hold is none of this lock's write lock
	 */
	HeldLock downgrade(HeldLock held) throws InterruptedException;

	/**
	 * Change a write lock for a read lock without waiting for it on this thread, see
	 * {@link #downgrade}.
	 * @param held a valid hold of {@link #write()}, which is closed by this
	 * @return the hold of {@link #read()} to come, completed exceptionally with
	 * {@link LockLostException} if the write lock was lost
	 * @throws IllegalArgumentException if the hold is none of this lock's write lock
	 */
	CompletionStage<HeldLock> downgradeAsync(HeldLock held);

	/**
	 * Return the lock in the form of the JDK, see {@link DistributedLock#asLock()}. A
	 * thread that holds the write lock can enter the read lock and leave the write lock
	 * afterwards, which is a downgrade.
	 * @return the same lock at each call
	 */
	java.util.concurrent.locks.ReadWriteLock asReadWriteLock();

}
