package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LocalLock;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.lock.LockTimeoutException;
import io.zkhelper.session.CommitResult;
import io.zkhelper.session.Guard;
import io.zkhelper.session.Timing;
import io.zkhelper.test.world.World;
import org.apache.zookeeper.Op;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of those who want the same lock within one process.
 */
abstract class LocalQueueContract extends LockScenes<World> {

	private static final LockOptions RETAINED = LockOptions.DEFAULT.withRetention(Duration.ofMillis(400));

	private final LockUser user = user();

	LocalQueueContract(World world) {
		super(world);
	}

	@Test
	@DisplayName("TR-06: a process has one node for a lock, however many want it, and none after the last")
	void oneNode() {
		List<Attempt> attempts = IntStream.range(0, 5).mapToObj((index) -> ask(this.user)).toList();
		FencingToken newest = null;
		for (Attempt attempt : attempts) {
			awaitHeld(attempt);
			assertThat(contenders()).hasSize(1);
			FencingToken token = attempt.held().token();
			if (newest != null) {
				assertThat(token.zxid()).isEqualTo(newest.zxid());
				assertThat(token.isNewerThan(newest)).isTrue();
			}
			newest = token;
			attempt.held().close();
		}
		awaitContenders(0);
	}

	@Test
	void toPassALockOnWithinAProcessAsksNoServer() {
		List<Attempt> attempts = IntStream.range(0, 100).mapToObj((index) -> ask(this.user)).toList();
		awaitHeld(attempts.get(0));
		long before = world().requests();
		attempts.forEach((attempt) -> {
			awaitHeld(attempt);
			attempt.held().close();
		});
		assertThat(world().requests() - before).as("a watch, a heartbeat or two, the deletion").isLessThan(10);
	}

	@Test
	@DisplayName("H18: a process passes a lock on at most 64 times while another one waits")
	void boundedHandOver() {
		// A long lease, since who lapses on a busy machine goes to the end of the queue
		LockUser calm = LockUser.of(world().connect(world().options().withTiming(Timing.DEFAULT)), (locks) -> locks);
		List<Attempt> own = IntStream.range(0, 200).mapToObj((index) -> ask(calm)).toList();
		awaitHeld(own.get(0));
		own.get(0).held().close();
		Attempt other = queue(user());
		world().during(Duration.ofMillis(100), "the process learns of the other one", () -> !other.isOver());
		int served = 1;
		while (!other.isOver()) {
			Attempt next = own.get(served);
			world().await("one of both", () -> neverBoth() && (next.isHeld() || other.isHeld()));
			if (next.isHeld()) {
				served++;
				next.held().close();
			}
		}
		assertThat(served).isEqualTo(2 + 64);
		other.held().close();
		own.stream().skip(served).forEach((attempt) -> {
			awaitHeld(attempt);
			attempt.held().close();
		});
	}

	@Test
	@DisplayName("TR-17: who gives up in the middle of a process's queue is passed over")
	void cancelledInBetween() {
		Attempt held = hold(this.user);
		Attempt cancelled = ask(this.user);
		Attempt next = ask(this.user);
		cancelled.cancel();
		held.held().close();
		awaitHeld(next);
		assertThat(cancelled.failure()).isInstanceOf(CancellationException.class);
		next.held().close();
		awaitContenders(0);
	}

	@Test
	void whoWaitsForTheOwnProcessIsToldSo() {
		Attempt held = hold(this.user);
		Attempt late = ask(this.user.ledger(), Duration.ofMillis(50));
		Attempt look = look(this.user);
		awaitOver(late);
		awaitOver(look);
		assertThat(late.failure(LockTimeoutException.class).ahead()).isPositive();
		assertThat(look.failure()).isInstanceOf(LockTimeoutException.class);
		assertThat(held.isHeld()).isTrue();
		assertThat(contenders()).hasSize(1);
	}

	@Test
	void whatAProcessHoldsAndWaitsForIsKnownFromMemory() {
		Attempt held = hold(this.user);
		ask(this.user);
		List<LocalLock> local = this.user.locks().local();
		assertThat(local).hasSize(1).first().satisfies((lock) -> {
			assertThat(lock.name()).isEqualTo("ledger");
			assertThat(lock.kind()).isEqualTo(LocalLock.Kind.EXCLUSIVE);
			assertThat(lock.holds()).extracting(LocalLock.Hold::token).containsExactly(held.held().token().toString());
			assertThat(lock.waiting()).hasSize(1);
		});
	}

	@Test
	void nothingIsKeptOfALockThatNobodyWants() {
		Attempt held = hold(this.user);
		awaitReleased(held.held());
		world().await("nothing in memory", () -> this.user.locks().local().isEmpty());
	}

	@Test
	void aRetainedLockIsTakenAgainWithoutTheServers() {
		DistributedLock lock = this.user.locks().get("ledger", RETAINED);
		HeldLock last = hold(lock).held();
		long before = world().requests();
		for (int round = 0; round < 100; round++) {
			FencingToken token = last.token();
			last.close();
			last = hold(lock).held();
			assertThat(last.token().isNewerThan(token)).isTrue();
		}
		assertThat(world().requests() - before).as("a watch and a heartbeat or two").isLessThan(10);
	}

	@Test
	@DisplayName("H18: a retained lock is let go of when another process comes, or after a while")
	void retainedLockIsLetGoOf() {
		DistributedLock lock = this.user.locks().get("ledger", RETAINED);
		hold(lock).held().close();
		assertThat(contenders()).hasSize(1);
		Attempt other = ask(user());
		world().during(Duration.ofMillis(1), "it is on its way", () -> !other.isOver());
		awaitHeld(other);
		other.held().close();
		hold(lock).held().close();
		awaitContenders(0);
	}

	@Test
	void aGuardProvesTheHoldAndNoLonger() {
		Attempt held = hold(this.user);
		Guard guard = held.held().guard();
		assertThat(commit(guard).isCommitted()).isTrue();
		Attempt next = ask(this.user);
		held.held().close();
		awaitHeld(next);
		assertThat(commit(guard)).as("though the node is the same").isInstanceOf(CommitResult.Fenced.class);
		assertThat(commit(next.held().guard()).isCommitted()).isTrue();
	}

	@Test
	void aGuardProvesNothingOnceTheNodeIsGone() {
		HeldLock held = hold(this.user).held();
		Guard guard = held.guard();
		world().delete(node(0));
		assertThat(commit(guard)).isInstanceOf(CommitResult.Fenced.class);
	}

	private CommitResult commit(Guard guard) {
		CompletableFuture<CommitResult> result = this.user.client()
			.commit(guard, List.of(Op.setData("/zkhelper", new byte[1], -1)))
			.toCompletableFuture();
		awaitDone("the transaction", result);
		return result.join();
	}

	@Test
	@DisplayName("TR-18: when the session of a process expires, all who wait in it are told")
	void sessionOfManyWaitersExpires() {
		hold(user());
		List<Attempt> waiting = IntStream.range(0, 3).mapToObj((index) -> ask(this.user)).toList();
		awaitContenders(2);
		world().expireOwnerOf(node(1));
		waiting.forEach(this::awaitOver);
		assertThat(waiting).noneMatch(Attempt::isGranted);
	}

}
