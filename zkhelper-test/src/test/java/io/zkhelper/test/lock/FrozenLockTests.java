package io.zkhelper.test.lock;

import java.time.Duration;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockLoss;
import io.zkhelper.lock.LockLostException;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.lock.LockRefusedException;
import io.zkhelper.session.Timing;
import io.zkhelper.test.time.VirtualLoop;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Holders that stand still while time goes on, and clocks that go wrong.
 */
class FrozenLockTests extends LockScenes<SimulatedWorld> {

	private final LockUser user = user();

	private final VirtualLoop process = world().loop(this.user.client());

	FrozenLockTests() {
		super(new SimulatedWorld());
	}

	@ParameterizedTest(name = "TR-02 F-03: a holder that was frozen for {0} ms knows it before anything else")
	@ValueSource(ints = { 700, 1400, 2000, 2700, 5000 })
	void frozen(int millis) {
		Attempt held = hold(this.user);
		FencingToken token = held.held().token();
		Attempt waiting = queue(user());
		this.process.pause();
		pass(millis);
		this.process.resume();
		assertThat(held.isHeld()).isFalse();
		assertThat(held.held().remaining()).isZero();
		assertThatExceptionOfType(LockLostException.class).isThrownBy(held.held()::token)
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(LockLoss.LEASE_LAPSED));
		awaitHeld(waiting);
		assertThat(waiting.held().token().isNewerThan(token)).isTrue();
		awaitContenders(1);
	}

	private void pass(int millis) {
		world().during(Duration.ofMillis(millis), "time passes", () -> true);
	}

	@ParameterizedTest(name = "TR-18: a waiter that was frozen for {0} ms does not hold before it asks again")
	@ValueSource(ints = { 700, 1400, 2000, 2700, 5000 })
	void frozenWaiter(int millis) {
		Attempt held = hold(user());
		Attempt waiting = queue(this.user);
		this.process.pause();
		held.held().close();
		pass(millis);
		this.process.resume();
		assertThat(waiting.isHeld()).isFalse();
		world().await("an end", () -> neverBoth() && waiting.isOver());
	}

	@ParameterizedTest(
			name = "H4: a waiter that was frozen for {0} ms when its turn came is not in beside its successor")
	@ValueSource(ints = { 2700, 5000 })
	void frozenWhenItsTurnCame(int millis) {
		world().always(this::neverBoth);
		Attempt held = hold(user());
		queue(this.user);
		Attempt next = queue(user());
		this.process.pause();
		held.held().close();
		pass(millis);
		awaitHeld(next);
		this.process.resume();
		world().during(Duration.ofSeconds(1), "the successor holds", next::isHeld);
	}

	@ParameterizedTest(name = "H18: a lock that was retained while frozen for {0} ms is not taken from memory")
	@ValueSource(ints = { 700, 1000, 1400 })
	void frozenWhileRetained(int millis) {
		DistributedLock lock = this.user.locks()
			.get("ledger", LockOptions.DEFAULT.withRetention(Duration.ofMinutes(1)));
		HeldLock held = hold(lock).held();
		FencingToken token = held.token();
		held.close();
		this.process.pause();
		Attempt other = ask(user());
		pass(millis);
		Attempt again = ask(lock);
		assertThat(again.isOver()).isFalse();
		this.process.resume();
		awaitHeld(other);
		other.held().close();
		awaitHeld(again);
		assertThat(again.held().token().isNewerThan(token)).isTrue();
		awaitReleased(again.held());
	}

	@Test
	@DisplayName("F-19: timers of attempts that are over do not pile up")
	void timers() {
		LockOptions options = LockOptions.DEFAULT.withRetention(Duration.ofMillis(10));
		awaitReleased(hold(this.user).held());
		pass(2000);
		int before = world().pending();
		for (int i = 0; i < 100; i++) {
			Attempt attempt = ask(this.user.locks().get("ledger", options), Duration.ofHours(1));
			awaitHeld(attempt);
			attempt.held().close();
		}
		pass(2000);
		assertThat(world().pending()).isLessThanOrEqualTo(before);
	}

	@Test
	void aWallClockSetForwardEndsTheHold() {
		Attempt held = hold(this.user);
		this.process.stepWallClock(Duration.ofSeconds(10));
		assertThat(held.isHeld()).isFalse();
		awaitContenders(0);
		assertThat(held.isHeld()).isFalse();
	}

	@Test
	void aWallClockSetBackChangesNothing() {
		Attempt held = hold(this.user);
		this.process.stepWallClock(Duration.ofHours(-1));
		world().during(Duration.ofSeconds(5), "it holds", held::isHeld);
	}

	@Test
	void aMonotonicClockThatStandsStillDoesNotKeepTheLock() {
		Attempt held = hold(this.user);
		this.process.setMonotonicRate(0);
		pass(1000);
		assertThat(held.isHeld()).isFalse();
		this.process.setMonotonicRate(1);
	}

	@Test
	void heartbeatsKeepALockForAsLongAsItIsWanted() {
		Attempt held = hold(this.user);
		Attempt waiting = queue(user());
		world().during(Duration.ofMinutes(5), "it holds", () -> held.isHeld() && !waiting.isOver());
	}

	@Test
	@DisplayName("R1: a session too short for any lease is refused with the remedy")
	void sessionTooShort() {
		Timing timing = world().options().timing().withSessionTimeout(Duration.ofMillis(140));
		world().setSessionTimeouts(Duration.ofMillis(100), Duration.ofMillis(140));
		LockUser hasty = LockUser.of(world().connect(world().options().withTiming(timing)), (locks) -> locks);
		Attempt attempt = ask(hasty);
		awaitOver(attempt);
		assertThat(attempt.failure(LockRefusedException.class)).hasMessageContainingAll("PT0.14S", "tick time");
	}

}
