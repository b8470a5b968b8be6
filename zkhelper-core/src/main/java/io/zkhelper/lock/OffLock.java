package io.zkhelper.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Lock;

/**
 * A lock that nobody gets: who would wait for it is refused, who only tries does not get
 * it.
 */
final class OffLock implements DistributedSemaphore {

	private final String name;

	private final int permits;

	private final Lock asLock = new JavaLock(this);

	OffLock(String name, int permits) {
		this.name = name;
		this.permits = permits;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public int permits() {
		return this.permits;
	}

	@Override
	public DistributedLock several(int permits) {
		return this;
	}

	@Override
	public HeldLock acquire() {
		throw OffLocks.refusal(this.name);
	}

	@Override
	public HeldLock acquire(Duration timeout) {
		throw OffLocks.timeout(this.name, timeout);
	}

	@Override
	public Optional<HeldLock> tryAcquire(Duration timeout) {
		return Optional.empty();
	}

	@Override
	public CompletionStage<HeldLock> acquireAsync() {
		return CompletableFuture.failedFuture(OffLocks.refusal(this.name));
	}

	@Override
	public CompletionStage<HeldLock> acquireAsync(Duration timeout) {
		return CompletableFuture.failedFuture(OffLocks.timeout(this.name, timeout));
	}

	@Override
	public Lock asLock() {
		return this.asLock;
	}

}
