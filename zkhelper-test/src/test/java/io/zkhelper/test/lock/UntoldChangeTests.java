package io.zkhelper.test.lock;

import java.time.Duration;

import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Changes of which no watch tells a waiter.
 */
class UntoldChangeTests extends LockScenes<SimulatedWorld> {

	UntoldChangeTests() {
		super(new SimulatedWorld());
		world().always(this::neverBoth);
	}

	@Test
	@DisplayName("H5: a waiter looks at the queue from time to time, and so finds out that its node was deleted")
	void itsOwnNodeIsDeleted() {
		Attempt held = hold(user());
		Attempt next = queue(user());
		Attempt last = queue(user());
		world().delete(node(2));
		world().during(Duration.ofSeconds(20), "nobody tells it", () -> contenders().size() == 2);
		awaitContenders(3);
		held.held().close();
		awaitHeld(next);
		next.held().close();
		awaitHeld(last);
	}

}
