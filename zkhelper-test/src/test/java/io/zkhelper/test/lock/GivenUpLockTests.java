package io.zkhelper.test.lock;

import java.util.stream.IntStream;

import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Attempts that end after each single step of an acquisition, one test for each.
 */
class GivenUpLockTests extends LockScenes<SimulatedWorld> {

	/** As many events as an acquisition takes, from the start of the client on. */
	private static final int STEPS = 60;

	private final LockUser user = user();

	private final LockUser other = user();

	GivenUpLockTests() {
		super(new SimulatedWorld());
		world().always(this::neverBoth);
	}

	static IntStream steps() {
		return IntStream.range(0, STEPS);
	}

	@Test
	void thereAreNotMoreSteps() {
		Attempt attempt = ask(this.user);
		world().step(STEPS);
		assertThat(attempt.isHeld()).isTrue();
	}

	@ParameterizedTest(name = "TR-17: cancelled after {0} steps on the way to a free lock")
	@MethodSource("steps")
	void free(int steps) {
		Attempt attempt = ask(this.user);
		world().step(steps);
		attempt.end();
		assertFree();
	}

	@ParameterizedTest(name = "TR-17: cancelled after {0} steps on the way into a queue")
	@MethodSource("steps")
	void busy(int steps) {
		Attempt held = hold(this.other);
		Attempt attempt = ask(this.user);
		world().step(steps);
		assertThat(attempt.isOver()).isFalse();
		attempt.cancel();
		awaitContenders(1);
		held.held().close();
		assertFree();
	}

	@ParameterizedTest(name = "TR-17: cancelled {0} steps after the holder has let go")
	@MethodSource("steps")
	void handedOver(int steps) {
		Attempt held = hold(this.other);
		Attempt attempt = queue(this.user);
		held.held().close();
		world().step(steps);
		attempt.end();
		assertFree();
	}

	@ParameterizedTest(name = "TR-17: cut off and cancelled after {0} steps")
	@MethodSource("steps")
	void cutOff(int steps) {
		Attempt attempt = ask(this.user);
		world().step(steps);
		world().link(this.user.client()).disconnect();
		attempt.end();
		assertFree();
	}

	@ParameterizedTest(name = "TR-17: cancelled {0} steps after being cut off on the way")
	@MethodSource("steps")
	void cancelledWhileComingBack(int steps) {
		Attempt attempt = ask(this.user);
		world().step(15);
		world().link(this.user.client()).disconnect();
		world().step(steps);
		attempt.end();
		assertFree();
	}

	@ParameterizedTest(name = "TR-17: the client closed after {0} steps")
	@MethodSource("steps")
	void closed(int steps) {
		Attempt attempt = ask(this.user);
		world().step(steps);
		awaitDone("the close", this.user.client().closeAsync());
		awaitOver(attempt);
		assertThat(attempt.isHeld()).isFalse();
		assertThat(contenders()).isEmpty();
		awaitHeld(ask(this.other));
	}

	@ParameterizedTest(name = "TR-08: the predecessor goes {0} steps after the attempt has begun")
	@MethodSource("steps")
	void predecessorGoes(int steps) {
		Attempt held = hold(this.other);
		Attempt attempt = ask(this.user);
		world().step(steps);
		held.held().close();
		awaitHeld(attempt);
	}

	@ParameterizedTest(name = "TR-08: the middle one goes {0} steps after the attempt has begun")
	@MethodSource("steps")
	void middleOneGoes(int steps) {
		Attempt held = hold(this.other);
		Attempt middle = queue(user());
		Attempt attempt = ask(this.user);
		world().step(steps);
		middle.cancel();
		world().step(60);
		assertThat(attempt.isOver()).isFalse();
		held.held().close();
		awaitHeld(attempt);
	}

	@Test
	@DisplayName("TR-08: whoever is behind, a waiter whose predecessor gives up waits for the one before that")
	void oneInBetweenGoes() {
		Attempt held = hold(this.other);
		Attempt middle = queue(user());
		Attempt next = queue(this.user);
		Attempt last = queue(user());
		middle.cancel();
		world().step(STEPS);
		held.held().close();
		// The timer that looks again would find out much later
		world().step(STEPS);
		assertThat(next.isHeld()).isTrue();
		assertThat(last.isOver()).isFalse();
	}

	@ParameterizedTest(name = "TR-18: the session ends {0} steps after the attempt has begun")
	@MethodSource("steps")
	void sessionEnds(int steps) {
		Attempt attempt = ask(this.user);
		world().step(steps);
		contenders().forEach((name) -> world().expireOwnerOf(QUEUE + "/" + name));
		awaitOver(attempt);
		attempt.end();
		assertFree();
	}

	@ParameterizedTest(name = "H11: the directory is reaped {0} steps after the attempt has begun")
	@MethodSource("steps")
	void directoryReaped(int steps) {
		awaitReleased(hold(this.other).held());
		Attempt attempt = ask(this.user);
		world().step(steps);
		world().reap();
		awaitHeld(attempt);
	}

	private void assertFree() {
		world().await("nobody is left", () -> contenders().isEmpty());
		awaitHeld(ask(this.other));
	}

}
