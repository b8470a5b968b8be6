package io.zkhelper.test.election;

import java.time.Duration;

import io.zkhelper.session.Cancellable;
import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.Test;

/**
 * The same on a real server.
 */
class ObserverRealTests extends ObserverContract {

	/** Of queue and record by three, of the value by two of them, who observe. */
	private static final int WATCHES = 8;

	@Override
	World newWorld() {
		return new RealWorld();
	}

	@Test
	void theWatchOfTheValueEndsWithTheLastObserver() {
		leader("a");
		Member looking = member("y");
		Spectator spectator = new Spectator();
		Cancellable observation = looking.election().observe(spectator);
		world().await("it sees who leads", () -> spectator.sees("a"));
		awaitWatches(WATCHES);
		observation.cancel();
		awaitWatches(WATCHES - 1);
		world().during(Duration.ofMillis(500), "it does not come back", () -> world().watches() < WATCHES);
		looking.election().observe(spectator);
		awaitWatches(WATCHES);
	}

	private void awaitWatches(int expected) {
		world().await(expected + " watches", () -> world().watches() == expected);
	}

}
