package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockDeadlockException;
import io.zkhelper.lock.LockLoss;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.lock.LockTimeoutException;
import io.zkhelper.session.SessionState;
import io.zkhelper.test.world.CapturedLog;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Threads that wait for locks.
 */
@Timeout(60)
abstract class BlockingLockContract extends LockScenes<World> {

	private static final Duration SHORT = Duration.ofMillis(100);

	private static final Duration LONG = Duration.ofSeconds(20);

	private final LockUser first = connected();

	private final LockUser second = connected();

	private final Threads threads = new Threads();

	private final CountDownLatch forever = new CountDownLatch(1);

	BlockingLockContract(World world) {
		super(world);
	}

	@AfterEach
	void endThreads() throws InterruptedException {
		this.forever.countDown();
		this.threads.join();
		assertThat(Thread.interrupted()).isFalse();
	}

	@Test
	@DisplayName("TestInterProcessMutexBase: threads of several processes count without losing one")
	void counting() throws Exception {
		AtomicInteger inside = new AtomicInteger();
		int[] count = new int[1];
		List<FutureTask<Integer>> counters = IntStream.range(0, 8)
			.mapToObj((index) -> this.threads
				.start(() -> count((index % 2 == 0) ? this.first : this.second, inside, count)))
			.toList();
		for (FutureTask<Integer> counter : counters) {
			assertThat(counter.get()).as("others seen inside").isZero();
		}
		assertThat(count[0]).isEqualTo(8 * 25);
	}

	private static int count(LockUser user, AtomicInteger inside, int[] count) throws InterruptedException {
		int others = 0;
		for (int i = 0; i < 25; i++) {
			try (HeldLock held = user.ledger().acquire()) {
				others += inside.getAndIncrement();
				count[0]++;
				inside.decrementAndGet();
				assertThat(held.isValid()).isTrue();
			}
		}
		return others;
	}

	@Test
	@DisplayName("TR-17: who is interrupted while it waits stops at once, and is out of the queue")
	void interrupted() throws Exception {
		HeldLock held = this.first.ledger().acquire();
		FutureTask<HeldLock> waiting = this.threads.start(() -> this.second.ledger().acquire());
		awaitContenders(2);
		this.threads.interruptLast();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(waiting::get)
			.withCauseInstanceOf(InterruptedException.class);
		awaitContenders(1);
		held.close();
		this.second.ledger().acquire().close();
	}

	@Test
	@DisplayName("TR-17: who is interrupted already does not even ask")
	void interruptedBefore() {
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> this.first.ledger().acquire());
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class)
			.isThrownBy(() -> this.first.ledger().tryAcquire(Duration.ZERO));
		assertThat(contenders()).isEmpty();
	}

	@Test
	@DisplayName("TR-17: who waits for servers that are away can be interrupted, or does not wait for long")
	void interruptedWithoutServers() throws Exception {
		world().cut(this.first.client());
		world().await("it is noticed", () -> this.first.client().state() != SessionState.CONNECTED);
		FutureTask<HeldLock> waiting = this.threads.start(() -> this.first.ledger().acquire());
		assertThat(this.first.ledger().tryAcquire(Duration.ZERO)).isEmpty();
		assertThat(this.first.ledger().tryAcquire(SHORT)).isEmpty();
		this.threads.interruptLast();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(waiting::get)
			.withCauseInstanceOf(InterruptedException.class);
		world().heal(this.first.client());
		this.first.ledger().acquire().close();
	}

	@Test
	void whoIsInterruptedCanLetGoAndStaysInterrupted() throws InterruptedException {
		HeldLock held = this.first.ledger().acquire();
		Thread.currentThread().interrupt();
		held.close();
		assertThat(Thread.interrupted()).isTrue();
		awaitContenders(0);
	}

	@Test
	void whoWaitsIsWokenUpAsSoonAsTheLockIsFree() throws Exception {
		HeldLock held = this.first.ledger().acquire();
		FutureTask<Optional<HeldLock>> other = this.threads.start(() -> this.second.ledger().tryAcquire(LONG));
		awaitContenders(2);
		long released = System.nanoTime();
		held.close();
		other.get().orElseThrow().close();
		assertThat(Duration.ofNanos(System.nanoTime() - released)).isLessThan(Duration.ofSeconds(2));
	}

	@Test
	void whoWaitsForAWhileWaitsThatLong() throws InterruptedException {
		try (HeldLock held = this.first.ledger().acquire()) {
			long start = System.nanoTime();
			assertThat(this.second.ledger().tryAcquire(SHORT)).isEmpty();
			assertThatExceptionOfType(LockTimeoutException.class).isThrownBy(() -> this.second.ledger().acquire(SHORT));
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT.multipliedBy(2),
					Duration.ofSeconds(5));
			assertThat(held.isValid()).isTrue();
		}
	}

	@Test
	@DisplayName("TR-06: a thread that would wait for itself is told so")
	void deadlock() throws InterruptedException {
		DistributedLock lock = this.first.ledger();
		try (HeldLock held = lock.acquire()) {
			assertThatExceptionOfType(LockDeadlockException.class).isThrownBy(lock::acquire)
				.withMessageContainingAll("'ledger'", Thread.currentThread().getName(), "asLock()");
			assertThatExceptionOfType(LockDeadlockException.class).isThrownBy(() -> lock.tryAcquire(LONG));
			assertThat(lock.tryAcquire(Duration.ZERO)).isEmpty();
			assertThat(held.isValid()).isTrue();
		}
		lock.acquire(LONG).close();
	}

	@Test
	@DisplayName("done-when 7: after close() the lock may still be busy for another process")
	void busyAfterClose() throws InterruptedException {
		HeldLock held = this.first.ledger().acquire();
		world().cut(this.first.client());
		held.close();
		assertThat(this.second.ledger().tryAcquire(Duration.ZERO)).as("the servers do not know yet").isEmpty();
		world().heal(this.first.client());
		this.second.ledger().acquire(LONG).close();
	}

	@Test
	@DisplayName("done-when 7: when release() is complete, and after the client is closed, it is free")
	void freeAfterRelease() throws InterruptedException {
		for (int round = 0; round < 20; round++) {
			awaitReleased(this.first.ledger().acquire());
			HeldLock next = this.second.ledger().tryAcquire(Duration.ZERO).orElseThrow();
			awaitReleased(next);
		}
		this.first.ledger().acquire();
		this.first.client().close();
		this.second.ledger().tryAcquire(Duration.ZERO).orElseThrow().close();
	}

	@Test
	@DisplayName("TR-16: what is called at a loss may take for ever, and delays nobody else")
	void slowListener() throws Exception {
		HeldLock held = this.first.ledger().acquire();
		HeldLock other = this.first.locks().get("other").acquire();
		held.onLost((why) -> awaitForever());
		held.lost().thenRun(this::awaitForever);
		world().expireOwnerOf(node(0));
		assertThat(other.lost().toCompletableFuture().get()).isInstanceOf(LockLoss.class);
		this.first.ledger().acquire(LONG).close();
	}

	private void awaitForever() {
		try {
			this.forever.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void whoWantsToIsInterruptedByALossAndByNothingAfterwards() throws Exception {
		LockOptions interrupting = LockOptions.DEFAULT.interruptingOnLoss(true);
		FutureTask<Boolean> worker = this.threads.start(() -> {
			try (HeldLock held = this.first.locks().get("ledger", interrupting).acquire()) {
				this.forever.await();
				return held.isValid();
			}
			catch (InterruptedException ex) {
				return Thread.currentThread().isInterrupted();
			}
		});
		awaitContenders(1);
		world().delete(node(0));
		assertThat(worker.get()).as("interrupted again").isFalse();
		this.first.locks().get("ledger", interrupting).acquire(LONG).close();
		world().cut(this.first.client());
		world().during(Duration.ofMillis(700), "no interrupt", () -> !Thread.currentThread().isInterrupted());
	}

	@Test
	@DisplayName("TR-05: a listener that throws keeps nobody from taking a lock, nor from letting go of it")
	void brokenListener() throws InterruptedException {
		try (CapturedLog log = CapturedLog.of(DistributedLocks.class, Level.WARN)) {
			LockUser user = user((locks) -> locks.listener(new BrokenListener()));
			user.ledger().acquire(LONG).close();
			awaitContenders(0);
			try (HeldLock held = this.first.ledger().acquire()) {
				assertThat(user.ledger().tryAcquire(SHORT)).isEmpty();
				assertThat(held.isValid()).isTrue();
			}
			awaitReleased(hold(user).held());
			assertThat(log.messages(Level.WARN)).as("three attempts and two ends").hasSize(5);
		}
	}

}
