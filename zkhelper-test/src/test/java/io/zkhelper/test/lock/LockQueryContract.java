package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockLoss;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.lock.LockQueue;
import io.zkhelper.lock.LockQueue.Place;
import io.zkhelper.lock.LockRefusedException;
import io.zkhelper.lock.LockTimeoutException;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What can be asked about a lock, and be done to those who have it.
 *
 * @param <W> where it happens
 */
abstract class LockQueryContract<W extends World> extends LockQueryScenes<W> {

	LockQueryContract(W world) {
		super(world);
	}

	private void awaitChildren(int count) {
		world().await(count + " nodes", () -> world().children(QUEUE).size() == count);
	}

	@Test
	void aQueueIsShownInItsOrderToAnybody() {
		HeldLock held = get(
				process("a").get("ledger", LockOptions.DEFAULT.withDescription("closing the books")).acquireAsync());
		queue(process("b"));
		world().append(QUEUE + "/lock-");
		LockQueue queue = get(process("c").inspect("ledger"));
		assertThat(queue.size()).isEqualTo(3);
		assertThat(queue.contenders()).extracting(Place::holds).containsExactly(true, false, false);
		assertThat(queue.contenders().get(0).token()).isEqualTo(held.token());
		assertThat(queue.first().orElseThrow().owner().orElseThrow().process().instance()).isEqualTo("a");
		assertThat(queue.first().orElseThrow().owner().orElseThrow().description()).isEqualTo("closing the books");
		assertThat(queue.contenders().get(1).owner().orElseThrow().process().instance()).isEqualTo("b");
		assertThat(queue.contenders().get(2).owner()).as("says nothing").isEmpty();
	}

	@Test
	void readersAndPermitsAreShownAsHoldersTogether() {
		DistributedLocks locks = process("a");
		get(locks.readWrite("ledger").read().acquireAsync());
		get(locks.readWrite("ledger").read().acquireAsync());
		queue(locks.readWrite("ledger").write());
		queue(locks.readWrite("ledger").read());
		assertThat(get(locks.inspect("ledger")).contenders()).extracting(Place::holds)
			.containsExactly(true, true, false, false);
		get(locks.semaphore("pool", 3).several(2).acquireAsync());
		get(locks.semaphore("pool", 3).acquireAsync());
		assertThat(get(locks.inspect("pool")).contenders()).extracting(Place::holds).containsExactly(true, true);
	}

	@Test
	void aWishEndsARetention() {
		DistributedLocks locks = process("a");
		get(locks.get("ledger", LockOptions.DEFAULT.withRetention(Duration.ofDays(1))).acquireAsync()).close();
		awaitChildren(1);
		assertThat(get(process("b").requestRelease("ledger"))).isTrue();
		awaitEmptyQueue();
	}

	@Test
	void nobodyStandsInAQueueThatDoesNotExist() {
		assertThat(get(process("a").inspect("unknown")).contenders()).isEmpty();
		assertThat(get(process("b").requestRelease("unknown"))).isFalse();
		assertThat(get(process("c").breakLock("unknown", new FencingToken(1, 0)))).isFalse();
	}

	@Test
	void whoTimesOutLearnsWhoHasTheLockAndHowManyAreAhead() {
		hold(process("a"));
		queue(process("b"));
		CompletableFuture<HeldLock> late = process("c").get("ledger")
			.acquireAsync(Duration.ofMillis(1500))
			.toCompletableFuture();
		awaitChildren(3);
		queue(process("d"));
		LockTimeoutException timeout = failure(late, LockTimeoutException.class);
		assertThat(timeout).hasMessageStartingWith("Lock 'ledger' was not acquired within PT1.5S: held by 'a' since ")
			.hasMessageEndingWith(", 2 contenders ahead");
		assertThat(timeout.ahead()).isEqualTo(2);
		assertThat(timeout.holder().orElseThrow().process().instance()).isEqualTo("a");
	}

	@Test
	void aHolderThatDoesNotSayWhoItIsIsNamedByItsNode() {
		DistributedLocks locks = process("a");
		hold(locks).close();
		awaitEmptyQueue();
		String stranger = world().append(QUEUE + "/lock-");
		LockTimeoutException timeout = failure(locks.get("ledger").acquireAsync(Duration.ofMillis(100)),
				LockTimeoutException.class);
		assertThat(timeout).hasMessageContaining(stranger.substring(QUEUE.length() + 1));
		assertThat(timeout.ahead()).isEqualTo(1);
	}

	@Test
	void breakingALockTakesAwayTheOnePlaceOfTheToken() {
		HeldLock held = hold(process("a"));
		CompletableFuture<HeldLock> next = queue(process("b"));
		DistributedLocks operator = process("c");
		FencingToken token = held.token();
		assertThat(get(operator.breakLock("ledger", new FencingToken(token.zxid() + 1000, 0)))).isFalse();
		assertThat(get(operator.breakLock("ledger", token))).isTrue();
		assertThat(get(held.lost())).isEqualTo(LockLoss.NODE_DELETED);
		assertThat(get(next).token().isNewerThan(token)).isTrue();
		assertThat(get(operator.breakLock("ledger", token))).isFalse();
		held.close();
		assertThat(get(next).isValid()).isTrue();
	}

	@Test
	void aHolderWhoListensHearsThatItShouldLetGo() {
		HeldLock held = hold(process("a"));
		held.onReleaseRequested(held::close);
		CompletableFuture<HeldLock> next = queue(process("b"));
		assertThat(get(process("c").requestRelease("ledger"))).isTrue();
		get(next).close();
		awaitEmptyQueue();
	}

	@Test
	void eachWishIsHeardOnce() {
		HeldLock held = hold(process("a"));
		List<String> heard = new CopyOnWriteArrayList<>();
		held.onReleaseRequested(() -> heard.add("a wish"));
		DistributedLocks asker = process("b");
		for (int i = 1; i <= 3; i++) {
			int times = i;
			get(asker.requestRelease("ledger"));
			world().await("heard", () -> heard.size() == times && world().children(QUEUE).size() == 1);
		}
		world().during(Duration.ofSeconds(1), "heard no more", () -> heard.size() == 3);
		assertThat(held.isValid()).isTrue();
	}

	@Test
	void aWishWaitsForWhoListensLater() {
		HeldLock held = hold(process("a"));
		assertThat(get(process("b").requestRelease("ledger"))).isTrue();
		CompletableFuture<String> heard = new CompletableFuture<>();
		held.onReleaseRequested(() -> heard.complete("heard"));
		assertThat(get(heard)).isEqualTo("heard");
		awaitChildren(1);
	}

	@Test
	void aWishIsInNobodysWayAndGoesWithTheHolder() {
		HeldLock held = hold(process("a"));
		CompletableFuture<HeldLock> next = queue(process("b"));
		get(process("c").requestRelease("ledger"));
		awaitChildren(3);
		held.close();
		assertThat(get(next).isValid()).isTrue();
		awaitChildren(1);
	}

	@Test
	void whoLetsGoListensNoMore() {
		DistributedLocks locks = process("a");
		HeldLock held = hold(locks);
		world().await("no watch", () -> world().watches() == 0);
		held.onReleaseRequested(held::close);
		world().await("a watch", () -> world().watches() == 1);
		held.close();
		world().await("no watch any more", () -> world().watches() == 0);
		awaitEmptyQueue();
	}

	@Test
	void aClosedClientAnswersAtOnce() {
		DistributedLocks locks = process("a");
		client(0).closeAsync();
		assertThat(failure(locks.inspect("ledger"), LockRefusedException.class))
			.hasMessage("Lock 'ledger' can't be inspected: the client was closed");
		failure(locks.breakLock("ledger", new FencingToken(1, 0)), LockRefusedException.class);
		failure(locks.requestRelease("ledger"), LockRefusedException.class);
	}

}
