package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.DistributedSemaphore;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.lock.LockTimeoutException;
import io.zkhelper.lock.NodeNaming;
import io.zkhelper.test.world.CapturedLog;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What a semaphore does, on any servers.
 */
abstract class SemaphoreContract extends SharedLockContract {

	@Test
	void asManyHoldAsThereArePermits() {
		Wish first = hold(peer().semaphore(2));
		Wish second = hold(peer().semaphore(2));
		Wish third = ask(peer().semaphore(2));
		assertWaits(third);
		second.close();
		awaitHeld(first, third);
	}

	@Test
	void oneProcessGetsAsManyAsAll() {
		Peer peer = peer();
		List<Wish> all = Stream.generate(() -> hold(peer.semaphore(3))).limit(3).toList();
		Wish own = ask(peer.semaphore(3));
		Wish others = ask(peer().semaphore(3));
		assertWaits(own, others);
		all.get(1).close();
		awaitHeld(own);
		assertWaits(others);
	}

	@Test
	void whoOnlyLooksKeepsNobodyFromLooking() {
		DistributedSemaphore semaphore = peer().semaphore(2);
		List<CompletionStage<HeldLock>> looks = Stream.generate(() -> semaphore.acquireAsync(Duration.ZERO))
			.limit(3)
			.toList();
		servers().await("answers", () -> looks.stream().allMatch((look) -> look.toCompletableFuture().isDone()));
		assertThat(looks).filteredOn((look) -> !look.toCompletableFuture().isCompletedExceptionally()).hasSize(2);
	}

	@Test
	void whoWaitsForManyLetsNobodyPass() {
		Wish first = hold(peer().semaphore(3));
		Wish second = hold(peer().semaphore(3));
		Wish many = ask(peer().semaphore(3).several(3));
		Wish few = ask(peer().semaphore(3));
		assertWaits(many, few);
		first.close();
		assertWaits(many, few);
		second.close();
		awaitHeld(many);
		assertWaits(few);
		many.close();
		awaitHeld(few);
	}

	@Test
	void whatIsTakenInChunksIsFreeInChunks() {
		DistributedSemaphore semaphore = peer().semaphore(5);
		Wish three = hold(semaphore.several(3));
		Wish two = hold(semaphore.several(2));
		List<Wish> others = Stream.generate(() -> ask(peer().semaphore(5))).limit(5).toList();
		assertWaits(others.toArray(Wish[]::new));
		two.close();
		awaitHeld(others.get(0), others.get(1));
		assertWaits(others.get(2), others.get(3), others.get(4));
		three.close();
		awaitHeld(others.toArray(Wish[]::new));
	}

	@Test
	void whatIsTakenOneByOneIsFreeOneByOne() {
		List<Wish> holders = Stream.generate(() -> hold(peer().semaphore(3))).limit(3).toList();
		List<Wish> waiters = Stream.generate(() -> ask(peer().semaphore(3))).limit(3).toList();
		for (int i = 0; i < 3; i++) {
			assertWaits(waiters.get(i));
			holders.get(2 - i).close();
			awaitHeld(waiters.get(i));
		}
	}

	@Test
	void permitsInUseAreNeverMoreThanThereAre() {
		playAtRandom(4711);
	}

	void playAtRandom(long seed) {
		Random random = new Random(seed);
		List<DistributedSemaphore> semaphores = Stream.generate(() -> peer().semaphore(4)).limit(4).toList();
		List<Permits> all = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			DistributedSemaphore semaphore = semaphores.get(random.nextInt(4));
			if (random.nextInt(3) > 0) {
				int permits = 1 + random.nextInt(3);
				all.add(new Permits(permits, Wish.of(semaphore.several(permits))));
			}
			else {
				closeOne(all);
			}
			servers().during(Duration.ofMillis(random.nextInt(8)), "permits enough", () -> inUse(all) <= 4);
		}
		while (!all.isEmpty()) {
			servers().await("somebody is in", () -> inUse(all) > 0);
			assertThat(inUse(all)).isLessThanOrEqualTo(4);
			closeOne(all);
		}
		assertNobodyLeft();
	}

	private static void closeOne(List<Permits> all) {
		all.stream().filter((permits) -> permits.wish().holds()).findFirst().ifPresent((holder) -> {
			all.remove(holder);
			holder.wish().close();
		});
	}

	private static int inUse(List<Permits> all) {
		return all.stream().filter((permits) -> permits.wish().holds()).mapToInt(Permits::number).sum();
	}

	@Test
	void eachHoldHasATokenOfItsOwnWhichGrows() {
		Peer peer = peer();
		List<Wish> holders = List.of(hold(peer.semaphore(3)), hold(peer.semaphore(3)), hold(peer().semaphore(3)));
		List<FencingToken> tokens = new ArrayList<>(holders.stream().map((wish) -> wish.held().token()).toList());
		Wish next = ask(peer.semaphore(3));
		holders.get(0).close();
		awaitHeld(next);
		tokens.add(next.held().token());
		assertThat(tokens).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void theSmallestNumberOfPermitsInTheQueueCountsAndThereIsOneWarning() {
		try (CapturedLog log = CapturedLog.of("io.zkhelper.lock", Level.WARN)) {
			Wish first = hold(peer().semaphore(3));
			Wish second = hold(peer().semaphore(2));
			Peer peer = peer();
			Wish third = ask(peer.semaphore(3));
			Wish fourth = Wish.of(peer.semaphore(3));
			assertWaits(third, fourth);
			second.close();
			awaitHeld(first, third, fourth);
			assertThat(log.messages(Level.WARN)).hasSize(1).first().asString().contains("'ledger'", "2", "3");
		}
	}

	@Test
	void morePermitsAreThereWhenAllSaySo() {
		Peer growing = peer();
		Wish old = hold(growing.semaphore(1));
		Wish first = ask(peer().semaphore(2));
		Wish second = ask(growing.semaphore(2));
		assertWaits(first, second);
		old.close();
		awaitHeld(first, second);
	}

	@Test
	void whoWantsMoreThanThereAreIsRefused() {
		DistributedSemaphore semaphore = peer().semaphore(2);
		assertThat(semaphore.permits()).isEqualTo(2);
		IntStream.of(-1, 0, 3)
			.forEach((permits) -> assertThatIllegalArgumentException().isThrownBy(() -> semaphore.several(permits))
				.withMessageContaining(Integer.toString(permits)));
		assertThatIllegalArgumentException().isThrownBy(() -> peer().semaphore(0)).withMessageContaining("0");
		LockOptions plain = LockOptions.DEFAULT.withNaming(NodeNaming.PLAIN);
		assertThatIllegalArgumentException().isThrownBy(() -> peer().locks().semaphore("ledger", 2, plain))
			.withMessageContaining("PLAIN");
	}

	@Test
	void whoHasWaitedLongEnoughLeavesNoNodeBehind() {
		Wish holder = hold(peer().semaphore(1));
		List<Wish> waiters = Stream.generate(() -> Wish.of(peer().semaphore(1), Duration.ofMillis(200)))
			.limit(3)
			.toList();
		servers().await("all have waited", () -> waiters.stream().allMatch(Wish::isOver));
		waiters.forEach((waiter) -> assertThat(waiter.failure()).isInstanceOf(LockTimeoutException.class));
		servers().await("the holder is alone", () -> queue().size() == 1);
		holder.close();
		awaitHeld(Wish.of(peer().semaphore(1)));
	}

	@Test
	void whoGivesUpWaitingForManyLetsOthersIn() {
		hold(peer().semaphore(3).several(2));
		Wish many = ask(peer().semaphore(3).several(3));
		Wish few = ask(peer().semaphore(3));
		assertWaits(many, few);
		many.giveUp();
		awaitHeld(few);
		servers().await("it has left", () -> queue().size() == 2);
	}

	@Test
	void aLockOfTheSameNameTakesAllPermits() {
		List<Wish> wishes = List.of(ask(peer().semaphore(2)), ask(peer().semaphore(2)), ask(peer().mutex()),
				ask(peer().semaphore(2)), ask(peer().semaphore(2)));
		assertWave(wishes, 0, 2);
		assertWave(wishes, 2, 3);
		assertWave(wishes, 3, 5);
		assertNobodyLeft();
	}

	/**
	 * Permits that somebody has asked for.
	 *
	 * @param number how many
	 * @param wish the wish
	 */
	private record Permits(int number, Wish wish) {
	}

}
