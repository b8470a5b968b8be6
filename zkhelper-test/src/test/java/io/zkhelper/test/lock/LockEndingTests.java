package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

import io.zkhelper.claim.Safety;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.DistributedReadWriteLock;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockListener;
import io.zkhelper.lock.LockLoss;
import io.zkhelper.lock.LockLostException;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.lock.LockRefusedException;
import io.zkhelper.test.time.VirtualLoop;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ends that come at the same time as something else.
 */
class LockEndingTests extends LockScenes<SimulatedWorld> {

	private static final LockOptions PERSISTENT = LockOptions.DEFAULT.persistent(true);

	private final LockUser user = user();

	private final VirtualLoop process = world().loop(this.user.client());

	private final DistributedReadWriteLock shared = this.user.locks().readWrite("ledger");

	LockEndingTests() {
		super(new SimulatedWorld());
	}

	@Test
	void aDowngradeOfWhatIsGoneDoesNotEndInAnotherPlace() {
		HeldLock writer = hold(this.shared.write()).held();
		world().delete(node(0));
		assertDowngradeLost(this.shared.downgradeAsync(writer), LockLoss.NODE_DELETED);
	}

	@Test
	void aDowngradeThatTakesLongerThanTheLeaseDoesNotEndInAnotherPlace() {
		HeldLock writer = hold(this.shared.write()).held();
		world().deafen(this.user.client());
		CompletionStage<HeldLock> reader = this.shared.downgradeAsync(writer);
		pass(800);
		world().cut(this.user.client());
		world().heal(this.user.client());
		assertDowngradeLost(reader, LockLoss.LEASE_LAPSED);
	}

	private void assertDowngradeLost(CompletionStage<HeldLock> reader, LockLoss why) {
		Attempt attempt = new Attempt("ledger", reader);
		awaitOver(attempt);
		assertThat(attempt.failure(LockLostException.class).reason()).isEqualTo(why);
		awaitContenders(0);
	}

	@Test
	void aStrictLockIsNotTakenOverFromAnotherHoldOfTheSameProcess() {
		LockOptions strict = LockOptions.DEFAULT.withSafety(Safety.STRICT);
		hold(this.user.locks().get("ledger", strict.withDescription("one")));
		Attempt other = ask(this.user.locks().get("ledger", strict.withDescription("another")));
		awaitContenders(2);
		world().delete(node(0));
		awaitHeld(other);
	}

	@Test
	void aPersistentLockThatIsClosedWhenItHasLapsedIsFree() {
		HeldLock held = hold(this.user.locks().get("ledger", PERSISTENT)).held();
		this.process.pause();
		pass(1400);
		held.close();
		this.process.resume();
		awaitContenders(0);
	}

	static IntStream steps() {
		return IntStream.range(0, 30);
	}

	@ParameterizedTest
	@MethodSource("steps")
	void aPersistentLockThatIsClosedAroundTheEndOfItsSessionIsFree(int steps) {
		HeldLock held = hold(this.user.locks().get("ledger", PERSISTENT)).held();
		expire();
		world().step(steps);
		held.close();
		awaitContenders(0);
	}

	@ParameterizedTest
	@MethodSource("steps")
	void aPersistentLockThatIsDowngradedAroundTheEndOfItsSessionIsFree(int steps) {
		DistributedReadWriteLock persistent = this.user.locks().readWrite("ledger", PERSISTENT);
		HeldLock writer = hold(persistent.write()).held();
		expire();
		world().step(steps);
		Attempt reader = new Attempt("ledger", persistent.downgradeAsync(writer));
		awaitOver(reader);
		reader.end();
		writer.close();
		awaitContenders(0);
	}

	@Test
	void aPersistentLockWhoseDowngradeWasNotAnsweredIsFreeAfterTheSession() {
		DistributedReadWriteLock persistent = this.user.locks().readWrite("ledger", PERSISTENT);
		HeldLock writer = hold(persistent.write()).held();
		world().deafen(this.user.client());
		Attempt reader = new Attempt("ledger", persistent.downgradeAsync(writer));
		world().await("a reader in its place", () -> node(0).contains("-read-lock-"));
		world().cut(this.user.client());
		world().await("the attempt is over", reader::isOver);
		world().heal(this.user.client());
		awaitContenders(0);
	}

	// A node that ends with the session shows which one that is
	private void expire() {
		hold(this.user.locks().get("other"));
		world().expireOwnerOf("/zkhelper/locks/other/" + world().children("/zkhelper/locks/other").get(0));
	}

	private void pass(int millis) {
		world().during(Duration.ofMillis(millis), "time passes", () -> true);
	}

	@Test
	void aStageThatItsOwnerHasCompletedLeavesTheQueue() {
		hold(user());
		CompletableFuture<HeldLock> stage = this.user.ledger().acquireAsync().toCompletableFuture();
		awaitContenders(2);
		stage.completeExceptionally(new TimeoutException());
		awaitContenders(1);
	}

	@Test
	void locksOfAClientThatWasClosedBeforeAreRefused() {
		awaitDone("the close", this.user.client().closeAsync());
		Attempt attempt = ask(DistributedLocks.on(this.user.client()).get("ledger"));
		awaitOver(attempt);
		assertThat(attempt.failure(LockRefusedException.class)).hasMessageContaining("closed");
	}

	@Test
	void aListenerThatFailsBadlyDoesNotKeepALock() {
		LockUser unlucky = user((locks) -> locks.listener(new LockListener() {
			@Override
			public void onHoldEnded(String lock, Duration held) {
				throw new AssertionError("A listener of this test fails");
			}
		}));
		Attempt held = hold(unlucky);
		held.held().close();
		awaitHeld(ask(this.user));
	}

	@Test
	void moreTimeThanThereIsMeansForEver() {
		DistributedLock lock = this.user.ledger();
		List.of(Duration.ofDays(200_000), Duration.ofSeconds(Long.MAX_VALUE))
			.forEach((timeout) -> ask(lock, timeout).end());
		awaitHeld(ask(lock, Duration.ofSeconds(Long.MAX_VALUE)));
	}

}
