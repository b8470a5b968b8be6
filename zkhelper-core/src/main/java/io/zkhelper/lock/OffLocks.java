package io.zkhelper.lock;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.ReadWriteLock;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.session.Paths;

/**
 * Locks that nobody gets.
 */
final class OffLocks implements DistributedLocks {

	private static final String WHY = "locks are off: zkhelper.mode=off";

	static LockRefusedException refusal(String name) {
		return new LockRefusedException(name, WHY);
	}

	static LockTimeoutException timeout(String name, Duration timeout) {
		return new LockTimeoutException(name, timeout, new Obstacle(null, 0, WHY));
	}

	@Override
	public DistributedLock get(String name, LockOptions options) {
		return semaphore(name, 1, options);
	}

	@Override
	public DistributedReadWriteLock readWrite(String name, LockOptions options) {
		return new OffReadWriteLock(get(name, options));
	}

	@Override
	public DistributedSemaphore semaphore(String name, int permits, LockOptions options) {
		Paths.segment("a lock", name);
		return new OffLock(name, permits);
	}

	@Override
	public DistributedLock all(String... names) {
		return new OffLock(String.join(", ", SeveralLocks.inOrder(names)), 1);
	}

	@Override
	public QueueLock queueLock(String path) {
		throw refusal(path);
	}

	@Override
	public List<LocalLock> local() {
		return List.of();
	}

	@Override
	public CompletionStage<LockQueue> inspect(String name) {
		return CompletableFuture.failedFuture(refusal(name));
	}

	@Override
	public CompletionStage<Boolean> requestRelease(String name) {
		return CompletableFuture.completedFuture(false);
	}

	@Override
	public CompletionStage<Boolean> breakLock(String name, FencingToken token) {
		return CompletableFuture.completedFuture(false);
	}

	/**
	 * Both sides of which are off.
	 *
	 * @param write either side
	 */
	private record OffReadWriteLock(DistributedLock write) implements DistributedReadWriteLock {

		@Override
		public String name() {
			return this.write.name();
		}

		@Override
		public DistributedLock read() {
			return this.write;
		}

		@Override
		public HeldLock downgrade(HeldLock held) {
			throw new IllegalArgumentException("Nobody has lock '%s': %s".formatted(name(), WHY));
		}

		@Override
		public CompletionStage<HeldLock> downgradeAsync(HeldLock held) {
			return CompletableFuture.completedFuture(downgrade(held));
		}

		@Override
		public ReadWriteLock asReadWriteLock() {
			return new JavaReadWriteLock(this);
		}

	}

}
