package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import io.zkhelper.lock.DistributedSemaphore;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockTimeoutException;
import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Threads that wait for permits, on a real server.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SemaphoreThreadTests extends SharedLockContract {

	private static final int PERMITS = 3;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final AtomicInteger in = new AtomicInteger();

	private final AtomicInteger most = new AtomicInteger();

	private final CountDownLatch full = new CountDownLatch(PERMITS);

	@Override
	World world() {
		return new RealWorld();
	}

	@AfterEach
	void stopThreads() {
		this.threads.shutdownNow();
	}

	@Test
	void manyThreadsOfTwoProcessesUseAllPermitsAndNotOneMore() throws Exception {
		List<DistributedSemaphore> semaphores = List.of(peer().semaphore(PERMITS), peer().semaphore(PERMITS));
		List<Future<?>> ends = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			DistributedSemaphore semaphore = semaphores.get(i % 2);
			ends.add(this.threads.submit(() -> useTenTimes(semaphore)));
		}
		for (Future<?> end : ends) {
			end.get();
		}
		assertThat(this.most).hasValue(PERMITS);
		assertNobodyLeft();
	}

	private Void useTenTimes(DistributedSemaphore semaphore) throws InterruptedException {
		for (int i = 0; i < 10; i++) {
			try (HeldLock held = semaphore.acquire()) {
				this.most.accumulateAndGet(this.in.incrementAndGet(), Math::max);
				this.full.countDown();
				assertThat(this.full.await(10, TimeUnit.SECONDS)).as("all permits in use").isTrue();
				LockSupport.parkNanos(1_000_000);
				assertThat(held.isValid()).isTrue();
				this.in.decrementAndGet();
			}
		}
		return null;
	}

	@Test
	void anInterruptedWaiterIsInNobodysWay() throws Exception {
		DistributedSemaphore semaphore = peer().semaphore(PERMITS);
		HeldLock two = semaphore.several(2).acquire();
		Future<HeldLock> many = this.threads.submit(() -> peer().semaphore(PERMITS).several(PERMITS).acquire());
		servers().await("it waits", () -> queue().size() == 2);
		Wish one = ask(peer().semaphore(PERMITS));
		assertWaits(one);
		many.cancel(true);
		awaitHeld(one);
		servers().await("it has left", () -> queue().size() == 2);
		assertThat(two.isValid()).isTrue();
	}

	@Test
	void aThreadMayTakeOnePermitAfterTheOtherUntilThereIsNone() throws Exception {
		DistributedSemaphore semaphore = peer().semaphore(2);
		HeldLock first = semaphore.acquire();
		HeldLock second = semaphore.acquire();
		assertThat(semaphore.tryAcquire(Duration.ofMillis(100))).isEmpty();
		assertThatExceptionOfType(LockTimeoutException.class)
			.isThrownBy(() -> semaphore.acquire(Duration.ofMillis(100)))
			.withMessageContaining("'ledger' was not acquired within PT0.1S");
		first.close();
		assertThat(semaphore.tryAcquire(Duration.ofSeconds(10))).isPresent();
		assertThat(second.isValid()).isTrue();
	}

}
