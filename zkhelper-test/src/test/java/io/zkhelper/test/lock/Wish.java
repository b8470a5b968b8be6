package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.HeldLock;

/**
 * A lock that somebody has asked for.
 *
 * @param lock the lock
 * @param future the hold to come
 */
record Wish(DistributedLock lock, CompletableFuture<HeldLock> future) {

	static Wish of(DistributedLock lock) {
		return new Wish(lock, lock.acquireAsync().toCompletableFuture());
	}

	static Wish of(DistributedLock lock, Duration timeout) {
		return new Wish(lock, lock.acquireAsync(timeout).toCompletableFuture());
	}

	boolean isOver() {
		return this.future.isDone();
	}

	boolean isGranted() {
		return this.future.isDone() && !this.future.isCompletedExceptionally();
	}

	/**
	 * Whether it was granted, and is held still.
	 */
	boolean holds() {
		return isGranted() && held().isValid();
	}

	/**
	 * Whether it is held already.
	 * @throws CompletionException if it will never be
	 */
	boolean holdsByNow() {
		return this.future.isDone() && held().isValid();
	}

	HeldLock held() {
		return this.future.join();
	}

	void close() {
		held().close();
	}

	void giveUp() {
		this.future.cancel(true);
	}

	Throwable failure() {
		try {
			throw new IllegalStateException("Granted: " + this.future.get());
		}
		catch (ExecutionException ex) {
			return (ex.getCause() instanceof CompletionException wrapper) ? wrapper.getCause() : ex.getCause();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
