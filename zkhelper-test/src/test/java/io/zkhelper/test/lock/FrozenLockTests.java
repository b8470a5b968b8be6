package io.zkhelper.test.lock;

import java.time.Duration;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.LockLoss;
import io.zkhelper.lock.LockLostException;
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
