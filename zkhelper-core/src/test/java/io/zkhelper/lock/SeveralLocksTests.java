package io.zkhelper.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.stream.Stream;

import io.zkhelper.lock.Scenery.Run;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Locks that are taken all or not at all.
 */
class SeveralLocksTests {

	private static final Duration SOON = Duration.ofSeconds(10);

	private static final Duration SHORT = Duration.ofMillis(20);

	private final Scenery scenery = new Scenery();

	private final DistributedLock all = this.scenery.locks.all("c", "a", "b");

	private void assertNothingHeld() {
		assertThat(this.scenery.locks.local()).isEmpty();
	}

	private HeldLock busy(String name) throws Exception {
		return Scenery.onOtherThread(() -> this.scenery.locks.get(name).acquire());
	}

	@Test
	void areHeldTogether() throws InterruptedException {
		try (HeldLock held = this.all.acquire()) {
			assertThat(held.name()).isEqualTo("a, b, c").isEqualTo(this.all.name());
			assertThat(held.isValid()).isTrue();
			assertThat(held.remaining()).isEqualTo(held.parts().get(0).remaining());
			assertThat(held.parts()).extracting(HeldLock::name).containsExactly("a", "b", "c");
			assertThat(held.token()).isEqualTo(held.parts().get(2).token());
			assertThat(held.since()).isEqualTo(held.parts().get(2).since());
			assertThat(held.guard()).isNotNull();
		}
		assertNothingHeld();
	}

	@Test
	void areTakenInTheOrderOfTheirCodePoints() {
		assertThat(SeveralLocks.inOrder("\uFF21", "\uD83D\uDE00", "b", "a", "B"))
			.isEqualTo(List.of("B", "a", "b", "\uFF21", "\uD83D\uDE00"));
	}

	@Test
	void areNamedOnceEach() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.scenery.locks.all("a", "b", "a"))
			.withMessageContaining("'a'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.scenery.locks.all());
		assertThatIllegalArgumentException().isThrownBy(() -> this.scenery.locks.all("a", ""));
	}

	@Test
	void timeoutsNameTheBusyOneAndReleaseTheOthers() throws Exception {
		HeldLock busy = busy("b");
		assertThatExceptionOfType(LockTimeoutException.class).isThrownBy(() -> this.all.acquire(SHORT))
			.withMessageStartingWith(
					"Lock 'a, b, c' was not acquired within PT0.02S, because 'b' was not: held by 'me'")
			.withMessageEndingWith(", 1 contender ahead")
			.satisfies((ex) -> assertThat(ex.lockName()).isEqualTo("a, b, c"))
			.satisfies((ex) -> assertThat(ex.holder()).isPresent());
		assertThat(this.all.tryAcquire(Duration.ZERO)).isEmpty();
		assertThat(this.all.tryAcquire(SHORT)).isEmpty();
		busy.close();
		assertNothingHeld();
	}

	@Test
	void oneDeadlineCountsForAll() throws Exception {
		AtomicLong clock = new AtomicLong();
		List<Duration> timeouts = new ArrayList<>();
		List<DistributedLock> parts = Stream.of("a", "b", "c", "d")
			.<DistributedLock>map((name) -> new UnluckyLock(this.scenery.locks.get(name), LockLoss.LEASE_LAPSED, 0) {

				@Override
				public Optional<HeldLock> tryAcquire(Duration timeout) throws InterruptedException {
					timeouts.add(timeout);
					clock.addAndGet(100);
					return super.tryAcquire(timeout);
				}

			})
			.toList();
		DistributedLock several = new SeveralLocks(parts, clock::get, Runnable::run);
		several.tryAcquire(Duration.ofNanos(250)).orElseThrow().close();
		assertThat(timeouts).extracting(Duration::toNanos).containsExactly(250L, 150L, 50L, 0L);
	}

	@Test
	void anInterruptReleasesWhatWasTaken() throws Exception {
		HeldLock busy = busy("c");
		Run<Object> attempt = Scenery.start(this.all::acquire);
		this.scenery.awaitWaiters("c", 1);
		attempt.thread().interrupt();
		assertThatThrownBy(attempt::get).hasCauseInstanceOf(InterruptedException.class);
		busy.close();
		assertNothingHeld();
	}

	@Test
	void aLossEndsTheHoldButKeepsTheOthersUntilItIsClosed() throws Exception {
		HeldLock held = this.all.acquire();
		CompletableFuture<LockLoss> called = new CompletableFuture<>();
		held.onLost(called::complete);
		this.scenery.breakLock("b");
		assertThat(held.isValid()).isFalse();
		assertThat(held.remaining()).isZero();
		assertThat(called.get(10, TimeUnit.SECONDS)).isEqualTo(LockLoss.NODE_DELETED);
		assertThat(held.lost().toCompletableFuture().get(10, TimeUnit.SECONDS)).isEqualTo(LockLoss.NODE_DELETED);
		assertThatExceptionOfType(LockLostException.class).isThrownBy(held::token);
		assertThatExceptionOfType(LockLostException.class).isThrownBy(held::guard);
		assertThat(this.scenery.locks.local()).extracting(LocalLock::name).containsExactly("a", "c");
		held.close();
		assertNothingHeld();
	}

	@Test
	void closedIsNotLost() throws Exception {
		HeldLock held = this.all.acquire();
		held.release().toCompletableFuture().get(10, TimeUnit.SECONDS);
		held.close();
		assertThat(held.isValid()).isFalse();
		assertThatIllegalStateException().isThrownBy(held::token);
		assertThat(held.lost().toCompletableFuture()).isNotDone();
		assertNothingHeld();
	}

	@Test
	void whatWasLostOnTheWayFailsTheAttempt() throws Exception {
		HeldLock busy = busy("c");
		Run<Object> attempt = Scenery.start(this.all::acquire);
		this.scenery.awaitWaiters("c", 1);
		this.scenery.breakLock("a");
		busy.close();
		assertThatThrownBy(attempt::get).cause()
			.isInstanceOf(LockLostException.class)
			.hasMessageContaining("'a, b, c' was not acquired");
		assertNothingHeld();
	}

	@Test
	void areTakenWithoutAThreadThatWaits() throws Exception {
		HeldLock busy = busy("b");
		CompletableFuture<HeldLock> attempt = this.all.acquireAsync(SOON).toCompletableFuture();
		this.scenery.awaitWaiters("b", 1);
		busy.close();
		HeldLock held = attempt.get(10, TimeUnit.SECONDS);
		assertThat(held.parts()).hasSize(3).allMatch(HeldLock::isValid);
		held.close();
		assertNothingHeld();
	}

	@Test
	void cancellingReleasesWhatWasTaken() throws Exception {
		HeldLock busy = busy("c");
		CompletableFuture<HeldLock> attempt = this.all.acquireAsync().toCompletableFuture();
		this.scenery.awaitWaiters("c", 1);
		attempt.cancel(true);
		await().until(() -> this.scenery.locks.local().size() == 1);
		busy.close();
		assertNothingHeld();
	}

	@Test
	void anAttemptWithoutAThreadTimesOutInTheNameOfAll() throws Exception {
		HeldLock busy = busy("b");
		CompletableFuture<HeldLock> attempt = this.all.acquireAsync(SHORT).toCompletableFuture();
		assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> attempt.get(10, TimeUnit.SECONDS))
			.withCauseInstanceOf(LockTimeoutException.class)
			.withMessageContaining("'a, b, c'")
			.withMessageContaining("'b' was not: held by 'me'");
		busy.close();
		assertNothingHeld();
	}

	@Test
	void aWishReachesTheHolderOfAnyPart() throws Exception {
		HeldLock held = this.all.acquire();
		CompletableFuture<String> heard = new CompletableFuture<>();
		held.onReleaseRequested(() -> heard.complete("heard"));
		assertThat(this.scenery.locks.requestRelease("b").toCompletableFuture().get(10, TimeUnit.SECONDS)).isTrue();
		assertThat(heard.get(10, TimeUnit.SECONDS)).isEqualTo("heard");
		held.close();
	}

	@Test
	void canBeEnteredAgainInTheFormOfTheJdk() {
		Lock lock = this.all.asLock();
		lock.lock();
		lock.lock();
		lock.unlock();
		assertThat(this.scenery.locks.local()).hasSize(3);
		lock.unlock();
		assertNothingHeld();
	}

}
