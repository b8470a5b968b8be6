package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockLoss;
import io.zkhelper.lock.LockLostException;
import io.zkhelper.lock.LockTimeoutException;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What a lock of several names does, on any servers.
 */
abstract class SeveralLocksContract {

	private static final Duration A_WHILE = Duration.ofMillis(60);

	private static final Duration LONGER_THAN_A_LEASE = Duration.ofMillis(1500);

	private final World world = world();

	abstract World world();

	@AfterEach
	void close() {
		this.world.close();
	}

	@Test
	void allAreHeldAndAllAreFreeAfterwards() {
		Wish several = hold(all("a", "b", "c"));
		List<Wish> single = Stream.of("a", "b", "c").map((name) -> Wish.of(one(name))).toList();
		assertWait(single.toArray(Wish[]::new));
		several.close();
		await("all are free", () -> single.stream().allMatch(Wish::holds));
	}

	@Test
	void whoWaitsForOneOfThemGetsAllInTheEnd() {
		Wish other = hold(one("b"));
		Wish several = Wish.of(all("a", "b", "c"));
		assertWait(several);
		other.close();
		await("all of them", several::holds);
		assertThat(several.held().parts()).extracting(HeldLock::name).containsExactly("a", "b", "c");
	}

	@Test
	void twoThatAskInOppositeOrderDoNotWaitForEachOther() {
		DistributedLock one = all("a", "b");
		DistributedLock other = all("b", "a");
		for (int i = 0; i < 10; i++) {
			Wish first = Wish.of(one);
			Wish second = Wish.of(other);
			await("one of them", () -> first.holds() || second.holds());
			assertThat(first.holds() && second.holds()).isFalse();
			Wish winner = first.holds() ? first : second;
			Wish loser = first.holds() ? second : first;
			winner.close();
			await("the other one", loser::holds);
			loser.close();
		}
		assertNobodyLeft("a", "b");
	}

	@Test
	void whenSomeAreNotToBeHadNoneIsHeld() {
		Wish other = hold(one("b"));
		Wish several = Wish.of(all("a", "b", "c"), Duration.ofMillis(300));
		await("the time is up", several::isOver);
		assertThat(several.failure()).isInstanceOf(LockTimeoutException.class);
		await("nothing is left of it", () -> queue("a").isEmpty() && queue("b").size() == 1 && queue("c").isEmpty());
		assertThat(other.holds()).isTrue();
		hold(all("a", "c"));
	}

	@Test
	void whoAsksForNoTimeGetsAllOrNone() {
		Wish other = hold(one("c"));
		DistributedLock all = all("a", "b", "c");
		Wish none = Wish.of(all, Duration.ZERO);
		await("a refusal", none::isOver);
		assertThat(none.failure()).isInstanceOf(LockTimeoutException.class);
		assertNobodyLeft("a", "b");
		other.close();
		assertNobodyLeft("c");
		Wish several = Wish.of(all, Duration.ZERO);
		await("all of them", several::holds);
	}

	@Test
	void whoGivesUpLeavesNothingBehind() {
		Wish other = hold(one("b"));
		Wish several = Wish.of(all("a", "b", "c"));
		await("it waits", () -> queue("b").size() == 2);
		several.giveUp();
		await("nothing is left of it", () -> queue("a").isEmpty() && queue("b").size() == 1 && queue("c").isEmpty());
		assertThat(other.holds()).isTrue();
	}

	@Test
	void whenOneIsLostAllAreAndTheRestIsGivenBack() {
		Wish several = hold(all("a", "b", "c"));
		AtomicInteger told = new AtomicInteger();
		several.held().onLost((reason) -> told.addAndGet((reason == LockLoss.NODE_DELETED) ? 1 : 100));
		this.world.delete(path("b") + "/" + queue("b").get(0));
		await("the loss", () -> told.get() > 0);
		assertThat(several.holds()).isFalse();
		assertThat(several.held().remaining()).isZero();
		several.close();
		assertNobodyLeft("a", "b", "c");
		assertThat(told).hasValue(1);
		hold(all("a", "b", "c"));
	}

	@Test
	void someThatCanNotBeReleasedKeepNoOtherFromBeingReleased() {
		Wish several = hold(all("a", "b", "c"));
		Wish next = Wish.of(all("a", "c"));
		assertWait(next);
		this.world.delete(path("b") + "/" + queue("b").get(0));
		AtomicInteger released = new AtomicInteger();
		several.held().release().thenRun(released::incrementAndGet);
		await("the release", () -> released.get() == 1);
		await("the others are free", next::holds);
		assertNobodyLeft("b");
	}

	@Test
	@DisplayName("TR-01 what somebody had who has crashed is free, all of it")
	void crashed() {
		Peer peer = peer();
		Wish crashed = hold(peer.locks().all("a", "b"));
		Wish next = Wish.of(all("a", "b"));
		await("it waits", () -> queue("a").size() == 2);
		this.world.cut(peer.client());
		await("the lapse", () -> !crashed.holds());
		this.world.expireOwnerOf(path("a") + "/" + first("a"));
		await("the next one", next::holds);
	}

	@Test
	@DisplayName("TR-18 who waits for one of them while its session ends is told, and leaves nothing behind")
	void expiredWaiter() {
		Wish other = hold(one("b"));
		Wish several = Wish.of(all("a", "b"));
		await("it waits", () -> queue("b").size() == 2);
		this.world.expireOwnerOf(path("a") + "/" + queue("a").get(0));
		await("its end", several::isOver);
		assertThat(several.failure()).isInstanceOf(LockLostException.class);
		assertNobodyLeft("a");
		await("the holder is alone", () -> queue("b").size() == 1 && other.holds());
	}

	@Test
	void whoLosesOneWhileWaitingForAnotherIsToldInTheEndAndHasNone() {
		Wish other = hold(one("b"));
		Wish several = Wish.of(all("a", "b"));
		await("it waits", () -> queue("b").size() == 2);
		this.world.delete(path("a") + "/" + queue("a").get(0));
		this.world.during(LONGER_THAN_A_LEASE, "the other one holds", other::holds);
		other.close();
		await("its end", several::isOver);
		assertThat(several.failure()).isInstanceOf(LockLostException.class);
		assertNobodyLeft("a", "b");
	}

	@Test
	@DisplayName("TR-09 a node that was made without an answer is found")
	void creationUnheard() {
		Peer peer = peer();
		hold(peer.locks().get("a")).close();
		assertNobodyLeft("a");
		this.world.deafen(peer.client());
		Wish several = Wish.of(peer.locks().all("a", "b"));
		await("the first node", () -> queue("a").size() == 1);
		this.world.cut(peer.client());
		this.world.heal(peer.client());
		await("all of them", several::holds);
		assertThat(queue("a")).hasSize(1);
		several.close();
		assertNobodyLeft("a", "b");
	}

	@Test
	void theTokenIsTheGreatestOfTheParts() {
		List<FencingToken> tokens = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			Wish several = hold(all("b", "a"));
			List<FencingToken> parts = several.held().parts().stream().map(HeldLock::token).toList();
			assertThat(parts).hasSize(2).doesNotHaveDuplicates();
			assertThat(several.held().token()).isEqualTo(parts.stream().max(FencingToken::compareTo).orElseThrow());
			tokens.add(several.held().token());
			several.close();
		}
		assertThat(tokens).isSorted().doesNotHaveDuplicates();
	}

	@Test
	void namesThatMakeNoSenseAreRefused() {
		DistributedLock single = all("a");
		assertThat(hold(single).held().parts()).hasSize(1);
		assertThatIllegalArgumentException().isThrownBy(this::all);
		assertThatIllegalArgumentException().isThrownBy(() -> all("a", "b", "a")).withMessageContaining("'a'");
		assertThatIllegalArgumentException().isThrownBy(() -> all("a", ""));
		assertThatIllegalArgumentException().isThrownBy(() -> all("a", "b".repeat(201)));
	}

	private Peer peer() {
		return Peer.connect(this.world);
	}

	private DistributedLock all(String... names) {
		return peer().locks().all(names);
	}

	private DistributedLock one(String name) {
		return peer().locks().get(name);
	}

	private Wish hold(DistributedLock lock) {
		Wish wish = Wish.of(lock);
		await("held", wish::holdsByNow);
		return wish;
	}

	private void await(String what, BooleanSupplier holds) {
		this.world.await(what, holds);
	}

	private void assertWait(Wish... wishes) {
		this.world.during(A_WHILE, "still waiting", () -> List.of(wishes).stream().noneMatch(Wish::isOver));
	}

	private void assertNobodyLeft(String... names) {
		await("empty queues", () -> Stream.of(names).allMatch((name) -> queue(name).isEmpty()));
	}

	private List<String> queue(String name) {
		return this.world.children(path(name));
	}

	private String first(String name) {
		return queue(name).stream().filter((node) -> node.endsWith("0000000000")).findFirst().orElseThrow();
	}

	private static String path(String name) {
		return "/zkhelper/locks/" + name;
	}

}
