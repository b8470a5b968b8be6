package io.zkhelper.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.LocalLock.Kind;
import io.zkhelper.lock.Scenery.Run;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Locks within this process.
 */
class SoloLocksTests {

	private static final Duration SHORT = Duration.ofMillis(10);

	private final Scenery scenery = new Scenery();

	private final DistributedLocks locks = this.scenery.locks;

	private final DistributedLock lock = this.locks.get("ledger");

	private static CompletableFuture<HeldLock> ask(DistributedLock lock) {
		return lock.acquireAsync().toCompletableFuture();
	}

	private static HeldLock get(CompletableFuture<HeldLock> attempt) throws Exception {
		return attempt.get(10, TimeUnit.SECONDS);
	}

	@Test
	void areHadInTheOrderOfAskingWithGrowingTokens() throws Exception {
		HeldLock first = this.lock.acquire();
		List<CompletableFuture<HeldLock>> attempts = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			attempts.add(ask(this.locks.get("ledger")));
		}
		FencingToken last = first.token();
		first.close();
		for (CompletableFuture<HeldLock> attempt : attempts) {
			HeldLock next = get(attempt);
			assertThat(this.scenery.holders("ledger")).isEqualTo(1);
			assertThat(next.token().isNewerThan(last)).isTrue();
			last = next.token();
			next.close();
		}
		assertThat(this.locks.local()).isEmpty();
	}

	@Test
	void aWaitingWriterLetsNoReaderPass() throws Exception {
		DistributedReadWriteLock both = this.locks.readWrite("ledger");
		HeldLock one = both.read().acquire();
		HeldLock two = get(ask(both.read()));
		CompletableFuture<HeldLock> writer = ask(both.write());
		CompletableFuture<HeldLock> reader = ask(both.read());
		one.close();
		assertThat(this.scenery.holders("ledger")).isEqualTo(1);
		two.close();
		HeldLock written = get(writer);
		assertThat(reader).isNotDone();
		written.close();
		assertThat(get(reader).isValid()).isTrue();
	}

	@Test
	void aWriterBecomesAReader() throws Exception {
		DistributedReadWriteLock both = this.locks.readWrite("ledger");
		HeldLock written = both.write().acquire();
		CompletableFuture<HeldLock> reader = ask(both.read());
		HeldLock read = both.downgrade(written);
		assertThat(written.isValid()).isFalse();
		assertThat(get(reader).isValid()).isTrue();
		assertThatIllegalStateException().isThrownBy(() -> both.downgrade(written));
		assertThatIllegalArgumentException().isThrownBy(() -> both.downgrade(read));
		assertThatIllegalArgumentException().isThrownBy(() -> this.locks.readWrite("other").downgrade(written));
	}

	@Test
	void aLostWriteLockDoesNotBecomeAReadLock() throws Exception {
		DistributedReadWriteLock both = this.locks.readWrite("ledger");
		HeldLock written = both.write().acquire();
		this.scenery.breakLock("ledger");
		assertThatExceptionOfType(LockLostException.class).isThrownBy(() -> both.downgrade(written));
		assertThat(both.downgradeAsync(written).toCompletableFuture()).isCompletedExceptionally();
		assertThat(this.locks.local()).isEmpty();
	}

	@Test
	void permitsAreGivenInTheOrderOfAsking() throws Exception {
		DistributedSemaphore semaphore = this.locks.semaphore("ledger", 3);
		HeldLock one = semaphore.acquire();
		HeldLock two = semaphore.several(2).acquire();
		CompletableFuture<HeldLock> many = ask(semaphore.several(3));
		CompletableFuture<HeldLock> few = ask(semaphore);
		one.close();
		assertThat(few).isNotDone();
		two.close();
		get(many).close();
		assertThat(get(few).isValid()).isTrue();
	}

	@Test
	void theSmallestNumberOfPermitsCounts() throws InterruptedException {
		DistributedSemaphore generous = this.locks.semaphore("ledger", 3);
		HeldLock strict = this.locks.semaphore("ledger", 1).acquire();
		assertThat(generous.tryAcquire(Duration.ZERO)).isEmpty();
		strict.close();
		assertThat(generous.tryAcquire(Duration.ZERO)).isPresent();
		assertThat(generous.tryAcquire(Duration.ZERO)).isPresent();
	}

	@Test
	void impossibleNumbersOfPermitsAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.locks.semaphore("ledger", 0));
		DistributedSemaphore semaphore = this.locks.semaphore("ledger", 2);
		assertThat(semaphore.permits()).isEqualTo(2);
		assertThatIllegalArgumentException().isThrownBy(() -> semaphore.several(0));
		assertThatIllegalArgumentException().isThrownBy(() -> semaphore.several(3));
	}

	@Test
	void whoWouldWaitForItselfIsRefused() throws InterruptedException {
		HeldLock held = this.lock.acquire();
		assertThatExceptionOfType(LockDeadlockException.class).isThrownBy(this.lock::acquire);
		assertThatExceptionOfType(LockDeadlockException.class).isThrownBy(() -> this.lock.tryAcquire(SHORT));
		assertThat(this.lock.tryAcquire(Duration.ZERO)).as("who only looks does not wait").isEmpty();
		held.close();
		DistributedReadWriteLock both = this.locks.readWrite("ledger");
		both.read().acquire();
		assertThatExceptionOfType(LockDeadlockException.class).isThrownBy(both.write()::acquire);
		assertThatExceptionOfType(LockDeadlockException.class).isThrownBy(both.read()::acquire);
		DistributedSemaphore semaphore = this.locks.semaphore("pool", 2);
		semaphore.acquire();
		assertThat(semaphore.tryAcquire(SHORT)).as("another permit").isPresent();
	}

	@Test
	void holdsWithoutAThreadDoNotMakeADeadlock() throws Exception {
		HeldLock held = get(ask(this.lock));
		assertThat(this.lock.tryAcquire(SHORT)).isEmpty();
		held.close();
	}

	@Test
	void timeoutsTellWhoHasIt() throws Exception {
		get(ask(this.lock));
		ask(this.lock);
		assertThatExceptionOfType(LockTimeoutException.class).isThrownBy(() -> this.lock.acquire(SHORT))
			.withMessageContaining("held by 'me' since ")
			.withMessageEndingWith(", 2 contenders ahead");
		assertThatExceptionOfType(ExecutionException.class)
			.isThrownBy(() -> get(this.lock.acquireAsync(SHORT).toCompletableFuture()))
			.withCauseInstanceOf(LockTimeoutException.class);
		assertThat(this.scenery.waiters("ledger")).isEqualTo(1);
	}

	@Test
	void whoIsInterruptedOrCancelsLeavesTheQueue() throws Exception {
		get(ask(this.lock));
		Run<Object> waiter = Scenery.start(this.lock::acquire);
		this.scenery.awaitWaiters("ledger", 1);
		waiter.thread().interrupt();
		assertThatThrownBy(waiter::get).hasCauseInstanceOf(InterruptedException.class);
		ask(this.lock).cancel(true);
		assertThat(this.scenery.waiters("ledger")).isZero();
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> this.lock.tryAcquire(Duration.ZERO));
	}

	@Test
	void brokenLocksAreLostBeforeTheNextHasThem() throws Exception {
		HeldLock held = this.locks.get("ledger", LockOptions.DEFAULT.interruptingOnLoss(true)).acquire();
		CompletableFuture<Boolean> validAtHandOver = ask(this.lock).thenApply((next) -> held.isValid());
		this.scenery.breakLock("ledger");
		assertThat(Thread.interrupted()).isTrue();
		assertThat(validAtHandOver.get(10, TimeUnit.SECONDS)).isFalse();
		assertThat(held.lost().toCompletableFuture().get(10, TimeUnit.SECONDS)).isEqualTo(LockLoss.NODE_DELETED);
		assertThatExceptionOfType(LockLostException.class).isThrownBy(held::token);
		held.close();
		assertThat(this.scenery.holders("ledger")).isEqualTo(1);
	}

	@Test
	void aBrokenPlaceEndsTheWait() throws Exception {
		this.lock.acquire();
		CompletableFuture<HeldLock> waiter = ask(this.lock);
		FencingToken token = this.scenery.queue("ledger").contenders().get(1).token();
		assertThat(this.locks.breakLock("ledger", token).toCompletableFuture().get()).isTrue();
		assertThat(this.locks.breakLock("ledger", token).toCompletableFuture().get()).isFalse();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> get(waiter))
			.withCauseInstanceOf(LockLostException.class);
	}

	@Test
	void wishesAreKeptForWhoListensLater() throws Exception {
		assertThat(this.locks.requestRelease("ledger").toCompletableFuture().get()).isFalse();
		HeldLock held = this.lock.acquire();
		assertThat(this.locks.requestRelease("ledger").toCompletableFuture().get()).isTrue();
		held.onReleaseRequested(held::close);
		assertThat(get(ask(this.lock)).isValid()).isTrue();
	}

	@Test
	void memoryTellsWhoHoldsAndWaits() throws Exception {
		DistributedReadWriteLock both = this.locks.readWrite("ledger");
		HeldLock read = both.read().acquire();
		ask(both.write());
		assertThat(this.locks.local()).extracting(LocalLock::kind).containsExactly(Kind.READ, Kind.WRITE);
		LocalLock.Hold hold = this.locks.local().get(0).holds().get(0);
		assertThat(hold.thread()).isEqualTo(Thread.currentThread().getName());
		assertThat(hold.token()).isEqualTo(read.token().toString());
		assertThat(this.locks.local().get(1).waiting()).hasSize(1);
		assertThat(this.scenery.queue("ledger").contenders()).extracting(LockQueue.Place::holds)
			.containsExactly(true, false);
	}

	@Test
	void namesAreThoseThatServersWouldTake() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.locks.get(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> this.locks.readWrite("x".repeat(201)));
	}

	@Test
	void thereAreNoNodesToQueueWith() {
		assertThatExceptionOfType(LockRefusedException.class).isThrownBy(() -> this.locks.queueLock("/q/n-0000000001"))
			.withMessageContaining("zkhelper.mode=single");
	}

}
