package io.zkhelper.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;

/**
 * A lock whose first attempts end with the loss of the place in the queue.
 */
class UnluckyLock implements DistributedLock {

	private final DistributedLock lock;

	private final LockLoss reason;

	private final int losses;

	final AtomicInteger attempts = new AtomicInteger();

	UnluckyLock(DistributedLock lock, LockLoss reason, int losses) {
		this.lock = lock;
		this.reason = reason;
		this.losses = losses;
	}

	private void attempt() {
		if (this.attempts.incrementAndGet() <= this.losses) {
			throw LockLostException.whileWaiting(name(), this.reason);
		}
	}

	@Override
	public String name() {
		return this.lock.name();
	}

	@Override
	public HeldLock acquire() throws InterruptedException {
		attempt();
		return this.lock.acquire();
	}

	@Override
	public HeldLock acquire(Duration timeout) throws InterruptedException {
		attempt();
		return this.lock.acquire(timeout);
	}

	@Override
	public Optional<HeldLock> tryAcquire(Duration timeout) throws InterruptedException {
		attempt();
		return this.lock.tryAcquire(timeout);
	}

	@Override
	public CompletionStage<HeldLock> acquireAsync() {
		return this.lock.acquireAsync();
	}

	@Override
	public CompletionStage<HeldLock> acquireAsync(Duration timeout) {
		return this.lock.acquireAsync(timeout);
	}

	@Override
	public Lock asLock() {
		return new JavaLock(this);
	}

}
