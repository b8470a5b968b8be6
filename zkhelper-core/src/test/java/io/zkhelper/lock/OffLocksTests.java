package io.zkhelper.lock;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Locks that nobody gets.
 */
class OffLocksTests {

	private final DistributedLocks locks = DistributedLocks.off();

	private final List<DistributedLock> kinds = List.of(this.locks.get("a"), this.locks.readWrite("a").read(),
			this.locks.readWrite("a").write(), this.locks.semaphore("a", 2).several(2), this.locks.all("a", "b"));

	@Test
	void areNeverHadByTrying() throws InterruptedException {
		for (DistributedLock lock : this.kinds) {
			assertThat(lock.tryAcquire(Duration.ofDays(1))).isEmpty();
			assertThat(lock.asLock().tryLock()).isFalse();
			assertThatExceptionOfType(LockTimeoutException.class).isThrownBy(() -> lock.acquire(Duration.ofDays(1)))
				.withMessageContaining("zkhelper.mode=off");
			assertThat(lock.acquireAsync(Duration.ofDays(1)).toCompletableFuture()).failsWithin(Duration.ZERO)
				.withThrowableThat()
				.withCauseInstanceOf(LockTimeoutException.class);
		}
	}

	@Test
	void areRefusedToThoseWhoWouldWait() {
		for (DistributedLock lock : this.kinds) {
			assertThatExceptionOfType(LockRefusedException.class).isThrownBy(lock::acquire)
				.withMessageContaining("zkhelper.mode=off");
			assertThatExceptionOfType(LockRefusedException.class).isThrownBy(lock.asLock()::lock);
			assertThat(lock.acquireAsync().toCompletableFuture()).isCompletedExceptionally();
		}
	}

	@Test
	void haveNeitherHoldersNorQueues() {
		assertThat(this.locks.local()).isEmpty();
		assertThat(this.locks.requestRelease("a").toCompletableFuture()).isCompletedWithValue(false);
		assertThat(this.locks.inspect("a").toCompletableFuture()).isCompletedExceptionally();
		assertThatExceptionOfType(LockRefusedException.class).isThrownBy(() -> this.locks.queueLock("/q/n-0000000001"));
	}

}
