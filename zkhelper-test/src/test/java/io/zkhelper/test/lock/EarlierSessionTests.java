package io.zkhelper.test.lock;

import java.time.Duration;

import io.zkhelper.session.SessionState;
import io.zkhelper.test.memory.Loss;
import io.zkhelper.test.memory.RequestKind;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A process whose session is over for itself, but not yet for the servers: the node that
 * it has left looks like its own, is still ahead of others, and goes at any moment.
 */
class EarlierSessionTests extends LockScenes<SimulatedWorld> {

	private final LockUser first = user();

	private final LockUser second = user();

	private Attempt waiting;

	EarlierSessionTests() {
		super(new SimulatedWorld());
		world().always(this::neverBoth);
	}

	// Servers that come back give each session its full time, so that the one of the
	// process that stays away lives on for longer than that thinks. Who holds the lock
	// loses it by the outage, and is out of the way
	@BeforeEach
	void leaveANodeBehind() {
		hold(user());
		queue(this.first);
		this.waiting = queue(this.second);
		world().cut(this.first.client());
		world().stopServers();
		pass(1900);
		world().startServers();
		world().await("the session is over", () -> this.first.client().state() == SessionState.EXPIRED);
		awaitContenders(2);
		world().heal(this.first.client());
	}

	private void pass(int millis) {
		world().during(Duration.ofMillis(millis), "time passes", () -> true);
	}

	@Test
	@DisplayName("H3: a node of an earlier session is not the own place")
	void itIsNoPlaceInTheQueue() {
		requireToBeBehind(ask(this.first));
	}

	@ParameterizedTest(name = "H3: a node of an earlier session is not found after a {0}")
	@EnumSource
	void itIsNotFoundWhenTheAnswerToACreationGetsLost(Loss loss) {
		world().link(this.first.client()).failNext(RequestKind.CREATE, loss);
		requireToBeBehind(ask(this.first));
	}

	private void requireToBeBehind(Attempt again) {
		awaitHeld(this.waiting);
		world().during(Duration.ofSeconds(5), "who came later waits", () -> !again.isOver());
		this.waiting.held().close();
		awaitHeld(again);
		awaitContenders(1);
	}

}
