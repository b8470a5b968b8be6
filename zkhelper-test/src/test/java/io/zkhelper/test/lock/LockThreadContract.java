package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.stream.IntStream;

import io.zkhelper.lock.HeldLock;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What threads of one process do with a lock.
 */
@Timeout(60)
abstract class LockThreadContract extends LockScenes<World> {

	private final LockUser user = connected();

	private final Threads threads = new Threads();

	LockThreadContract(World world) {
		super(world);
	}

	@AfterEach
	void endThreads() throws InterruptedException {
		this.threads.join();
		assertThat(Thread.interrupted()).isFalse();
	}

	@Test
	@DisplayName("TestInterProcessMutexBase: of ten threads with one lock object one is in at a time, and all have been")
	void oneLockObject() throws Exception {
		Lock lock = this.user.ledger().asLock();
		AtomicBoolean inside = new AtomicBoolean();
		lock.lock();
		List<FutureTask<Boolean>> others = IntStream.range(0, 10)
			.mapToObj((index) -> this.threads.start(() -> enterAndLeave(lock, inside)))
			.toList();
		world().await("all wait", () -> this.user.locks().local().get(0).waiting().size() == 10);
		assertThat(others).noneMatch(FutureTask::isDone);
		lock.unlock();
		for (FutureTask<Boolean> other : others) {
			assertThat(other.get()).as("alone").isTrue();
		}
	}

	private static boolean enterAndLeave(Lock lock, AtomicBoolean inside) {
		lock.lock();
		try {
			boolean alone = inside.compareAndSet(false, true);
			Thread.yield();
			inside.set(false);
			return alone;
		}
		finally {
			lock.unlock();
		}
	}

	@Test
	@DisplayName("TestInterProcessMutexBase: a block that throws lets go of its lock")
	void blockThatThrows() throws InterruptedException {
		assertThatIllegalStateException().isThrownBy(() -> {
			try (HeldLock held = this.user.ledger().acquire()) {
				assertThat(held.isValid()).isTrue();
				throw new IllegalStateException("Out of the block");
			}
		});
		awaitContenders(0);
		connected().ledger().acquire(Duration.ofSeconds(20)).close();
	}

	@Test
	@DisplayName("ZkLockRegistryTests: locks of a thousand other names do not make a process forget one that it holds")
	void heldLocksAreNotForgotten() throws Exception {
		Lock lock = this.user.ledger().asLock();
		lock.lock();
		IntStream.range(0, 1000).forEach((index) -> this.user.locks().get("other" + index).asLock());
		assertThat(this.threads.start(() -> this.user.ledger().asLock().tryLock()).get()).isFalse();
		lock.unlock();
		assertThat(this.threads.start(() -> enter(this.user.ledger().asLock())).get()).isTrue();
	}

	private static boolean enter(Lock lock) throws InterruptedException {
		boolean entered = lock.tryLock(20, TimeUnit.SECONDS);
		lock.unlock();
		return entered;
	}

	@Test
	@DisplayName("RedisLockRegistryTests: an interrupted thread leaves its lock, and stays interrupted")
	void interruptedThreadUnlocks() throws Exception {
		Lock lock = this.user.ledger().asLock();
		lock.lock();
		Thread.currentThread().interrupt();
		lock.unlock();
		assertThat(Thread.interrupted()).isTrue();
		assertThat(this.threads.start(() -> enter(lock)).get()).as("the next thread").isTrue();
		awaitContenders(0);
	}

}
