package io.zkhelper.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * A lock in the form of the JDK, which threads enter and leave.
 */
abstract class ThreadLock implements Lock {

	/**
	 * Enter by the current thread.
	 * @param attempt how to take the lock, if the thread does not have it
	 * @return whether the thread has it now
	 */
	abstract <X extends Exception> boolean enter(Attempt<X> attempt) throws X;

	@Override
	public void lock() {
		enter((lock) -> Optional.of(new Insistence(lock).acquire()));
	}

	@Override
	public void lockInterruptibly() throws InterruptedException {
		requireNoInterrupt();
		this.<InterruptedException>enter((lock) -> Optional.of(lock.acquire()));
	}

	@Override
	public boolean tryLock() {
		boolean interrupted = Thread.interrupted();
		try {
			return this.<InterruptedException>enter((lock) -> lock.tryAcquire(Duration.ZERO));
		}
		catch (InterruptedException ex) {
			interrupted = true;
			return false;
		}
		finally {
			if (interrupted) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
		requireNoInterrupt();
		Duration timeout = Duration.ofNanos(unit.toNanos(time));
		return this.<InterruptedException>enter((lock) -> lock.tryAcquire(timeout));
	}

	// As the locks of the JDK do it, also where the thread has the lock already
	private static void requireNoInterrupt() throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
	}

	@Override
	public Condition newCondition() {
		throw new UnsupportedOperationException("Locks between processes have no conditions");
	}

	/**
	 * Refuse a thread that does not have the lock.
	 */
	static IllegalMonitorStateException stranger(String lock) {
		return new IllegalMonitorStateException(
				"Lock '%s' is not held by thread '%s'".formatted(lock, Thread.currentThread().getName()));
	}

	/**
	 * Let go, and say so if that was lost in the meantime.
	 */
	static void end(HeldLock held) {
		try {
			held.token();
		}
		finally {
			held.close();
		}
	}

	/**
	 * A way to take a lock.
	 *
	 * @param <X> what it may throw
	 */
	@FunctionalInterface
	interface Attempt<X extends Exception> {

		Optional<HeldLock> on(DistributedLock lock) throws X;

	}

}
