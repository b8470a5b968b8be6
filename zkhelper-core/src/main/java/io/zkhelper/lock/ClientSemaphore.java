package io.zkhelper.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Lock;
import java.util.function.IntFunction;

/**
 * A semaphore for which processes queue in ZooKeeper.
 */
final class ClientSemaphore implements DistributedSemaphore {

	private final int permits;

	private final IntFunction<DistributedLock> locks;

	private final DistributedLock one;

	/**
	 * Create a semaphore.
	 * @param permits how many permits there are
	 * @param locks makes the lock for a number of them
	 */
	ClientSemaphore(int permits, IntFunction<DistributedLock> locks) {
		this.permits = permits;
		this.locks = locks;
		this.one = several(1);
	}

	@Override
	public int permits() {
		return this.permits;
	}

	@Override
	public DistributedLock several(int permits) {
		if (permits < 1 || permits > this.permits) {
			throw new IllegalArgumentException(
					"'permits' must be at least 1 and at most %d, which is all there are, but was %d"
						.formatted(this.permits, permits));
		}
		return this.locks.apply(permits);
	}

	@Override
	public String name() {
		return this.one.name();
	}

	@Override
	public HeldLock acquire() throws InterruptedException {
		return this.one.acquire();
	}

	@Override
	public HeldLock acquire(Duration timeout) throws InterruptedException {
		return this.one.acquire(timeout);
	}

	@Override
	public Optional<HeldLock> tryAcquire(Duration timeout) throws InterruptedException {
		return this.one.tryAcquire(timeout);
	}

	@Override
	public CompletionStage<HeldLock> acquireAsync() {
		return this.one.acquireAsync();
	}

	@Override
	public CompletionStage<HeldLock> acquireAsync(Duration timeout) {
		return this.one.acquireAsync(timeout);
	}

	@Override
	public Lock asLock() {
		return this.one.asLock();
	}

}
