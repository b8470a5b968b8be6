package io.zkhelper.test.lock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.lock.LockQueue;
import io.zkhelper.lock.LockRefusedException;
import io.zkhelper.lock.LockTimeoutException;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What a lock does between processes, as long as nothing breaks.
 */
abstract class ExclusiveLockContract extends LockScenes<World> {

	private static final Duration SHORT = Duration.ofMillis(10);

	ExclusiveLockContract(World world) {
		super(world);
	}

	@Test
	@DisplayName("TD-15: five waiters are served one by one, in order, each with a newer token")
	void oneByOne() {
		Attempt first = hold(user());
		List<Attempt> waiting = IntStream.range(0, 5).mapToObj((index) -> queue(user())).toList();
		FencingToken newest = first.held().token();
		first.held().close();
		for (Attempt next : waiting) {
			awaitHeld(next);
			assertThat(next.held().token().isNewerThan(newest)).isTrue();
			newest = next.held().token();
			next.held().close();
		}
	}

	@Test
	@DisplayName("TC-63: who waits gets the lock when the holder lets go, and not before")
	void unblocks() {
		Attempt first = hold(user());
		Attempt second = queue(user());
		world().during(Duration.ofMillis(100), "the second waits", () -> !second.isOver());
		first.held().close();
		world().awaitWithin(Duration.ofSeconds(10), "the second has it", second::isHeld);
	}

	@Test
	@DisplayName("TC-61: a lock that is not to be had in time, or given up, stays whose it is")
	void lockTimeout() {
		HeldLock held = hold(user()).held();
		LockUser other = user();
		Attempt late = ask(other.ledger(), SHORT);
		awaitOver(late);
		assertThat(late.failure(LockTimeoutException.class).timeout()).isEqualTo(SHORT);
		Attempt givenUp = ask(other);
		world().during(SHORT, "it waits", () -> !givenUp.isOver());
		givenUp.cancel();
		assertThat(givenUp.failure()).isInstanceOf(CancellationException.class);
		awaitContenders(1);
		assertThat(held.isValid()).isTrue();
	}

	@Test
	@DisplayName("TC-61: the nodes of a lock go with their sessions")
	void ephemeral() {
		hold(user());
		queue(user());
		List.of(node(1), node(0)).forEach(world()::expireOwnerOf);
		assertThat(contenders()).isEmpty();
	}

	@Test
	@DisplayName("TC-62: without leave to make the directory, a lock without one is refused")
	void missingDirectory() {
		LockOptions careful = LockOptions.DEFAULT.creatingDirectory(false);
		LockUser user = user();
		Attempt refused = ask(user.locks().get("ledger", careful));
		awaitOver(refused);
		assertThat(refused.failure(LockRefusedException.class)).hasMessageContainingAll("'ledger'", QUEUE);
		assertThat(world().children("/zkhelper/locks")).isEmpty();
		world().write(QUEUE, "");
		hold(user.locks().get("ledger", careful));
	}

	@Test
	@DisplayName("TD-14: letting go twice does no harm, and what is let go of has no token")
	void letGoTwice() {
		HeldLock held = hold(user()).held();
		held.close();
		held.close();
		awaitReleased(held);
		assertThat(held.isValid()).isFalse();
		assertThat(held.remaining()).isZero();
		assertThatIllegalStateException().isThrownBy(held::token);
		assertThatIllegalStateException().isThrownBy(held::guard);
	}

	@Test
	@DisplayName("TD-16: of five who look at once, exactly one has the lock")
	void fiveLook() {
		List<LockUser> users = IntStream.range(0, 5).mapToObj((index) -> connected()).toList();
		List<Attempt> looks = users.stream().map(this::look).toList();
		looks.forEach(this::awaitOver);
		assertThat(looks).filteredOn(Attempt::isHeld).hasSize(1);
		assertThat(looks).filteredOn((look) -> !look.isHeld())
			.allSatisfy((look) -> assertThat(look.failure()).isInstanceOf(LockTimeoutException.class));
		awaitContenders(1);
	}

	@Test
	@DisplayName("TD-17: another lock object of the same session contends as any other")
	void sameSession() {
		LockUser user = user();
		Attempt first = hold(user);
		Attempt inSameProcess = ask(user);
		Attempt inAnotherQueue = ask(DistributedLocks.on(user.client()).get("ledger"));
		world().during(Duration.ofMillis(100), "both wait", () -> !inSameProcess.isOver() && !inAnotherQueue.isOver());
		first.held().close();
		awaitHeld(inSameProcess);
		inSameProcess.held().close();
		awaitHeld(inAnotherQueue);
	}

	@Test
	@DisplayName("TD-21: who looks finds it busy, and has it once it is released")
	void look() {
		Attempt first = hold(user());
		LockUser other = connected();
		Attempt busy = look(other);
		awaitOver(busy);
		assertThat(busy.failure()).isInstanceOf(LockTimeoutException.class);
		awaitReleased(first.held());
		awaitHeld(look(other));
	}

	@Test
	void nobodyHasToHaveUsedALockBefore() {
		Attempt first = hold(user());
		assertThat(first.held().name()).isEqualTo("ledger");
		assertThat(first.held().since()).isAfter(Instant.EPOCH);
		assertThat(first.held().remaining()).isPositive();
		assertThat(first.held().parts()).containsExactly(first.held());
	}

	@Test
	@DisplayName("TD-04: locks of other names are independent, however alike the names are")
	void otherNames() {
		LockUser user = user();
		Stream.of("ledger", "ledge", "ledger2", "LEDGER", "a/b", "a%2Fb", "..", "größe", "a".repeat(200))
			.forEach((name) -> hold(user.locks().get(name)));
		neverBoth();
	}

	@Test
	void namesThatCanNotBeAreRefusedAtOnce() {
		DistributedLocks locks = user().locks();
		Stream.of("", " ", "a".repeat(201), "ö".repeat(101))
			.forEach((name) -> assertThatIllegalArgumentException().isThrownBy(() -> locks.get(name)));
	}

	@Test
	void whoHasLetGoCanHaveItAgainAtOnce() {
		DistributedLock lock = user().ledger();
		HeldLock first = hold(lock).held();
		FencingToken token = first.token();
		first.close();
		HeldLock second = hold(lock).held();
		assertThat(second.token().isNewerThan(token)).isTrue();
		assertThat(first.isValid()).isFalse();
	}

	@Test
	void whatIsLetGoOfIsToldOfNoLoss() {
		LockUser user = user();
		HeldLock held = hold(user).held();
		AtomicInteger told = new AtomicInteger();
		held.onLost((why) -> told.incrementAndGet());
		held.lost().thenRun(told::incrementAndGet);
		awaitReleased(held);
		assertThat(contenders()).isEmpty();
		world().cut(user.client());
		world().during(Duration.ofMillis(700), "no loss is told", () -> told.get() == 0);
		world().heal(user.client());
	}

	@Test
	@DisplayName("TC-61: a timeout names the holder, since when, and how many are ahead")
	void timeoutTellsWhoHasIt() {
		LockUser orders = user((locks) -> locks.instance("orders-7f9c"));
		hold(orders.locks().get("ledger", LockOptions.DEFAULT.withDescription("monthly close")));
		queue(user());
		Attempt late = ask(user().ledger(), Duration.ofMillis(100));
		awaitOver(late);
		LockTimeoutException timeout = late.failure(LockTimeoutException.class);
		assertThat(timeout.ahead()).isEqualTo(2);
		assertThat(timeout).hasMessageContainingAll("'ledger'", "PT0.1S", "held by 'orders-7f9c' since",
				"2 contenders ahead");
		assertThat(timeout.holder()).hasValueSatisfying((owner) -> {
			assertThat(owner.process().instance()).isEqualTo("orders-7f9c");
			assertThat(owner.thread()).isEqualTo(Thread.currentThread().getName());
			assertThat(owner.description()).isEqualTo("monthly close");
		});
	}

	@Test
	void theQueueCanBeLookedAt() {
		HeldLock held = hold(user((locks) -> locks.instance("a"))).held();
		queue(user((locks) -> locks.instance("b")));
		CompletableFuture<LockQueue> inspected = user().locks().inspect("ledger").toCompletableFuture();
		awaitDone("the look", inspected);
		LockQueue queue = inspected.join();
		assertThat(queue.contenders()).extracting((place) -> place.owner().orElseThrow().process().instance())
			.containsExactly("a", "b");
		assertThat(queue.contenders()).extracting(LockQueue.Place::holds).containsExactly(true, false);
		assertThat(queue.first().orElseThrow().token()).isEqualTo(held.token());
	}

}
