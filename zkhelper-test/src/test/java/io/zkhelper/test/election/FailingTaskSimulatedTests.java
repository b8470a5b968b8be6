package io.zkhelper.test.election;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.zkhelper.session.Backoff;
import io.zkhelper.test.world.SimulatedWorld;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same on virtual time, on which one can wait for minutes.
 */
class FailingTaskSimulatedTests extends FailingTaskContract {

	/** To release, to join and to be granted another term. */
	private static final Duration WAY_BACK = Duration.ofMillis(90);

	@Override
	World newWorld() {
		return new SimulatedWorld();
	}

	@Test
	@DisplayName("TR-21 TR-29: a task that fails again and again comes back after 0.1 to 60 s, and after 0.1 s again once it was good")
	void delays() {
		Backoff backoff = Backoff.exact(Duration.ofMillis(100), Duration.ofMinutes(1));
		List<Duration> delays = new ArrayList<>();
		for (int i = 0; i < 12; i++) {
			delays.add(backoff.next());
		}
		List<Duration> distances = distances(member("a"), 14, 12);
		for (int i = 0; i < 11; i++) {
			assertThat(distances.get(i)).as("after failure " + i)
				.isBetween(delays.get(i), delays.get(i).plus(WAY_BACK));
		}
		assertThat(distances.get(11)).as("with a good run in between")
			.isBetween(delays.get(11), delays.get(11).plus(WAY_BACK.multipliedBy(2)));
		assertThat(distances.get(12)).as("after the good run").isBetween(delays.get(0), delays.get(0).plus(WAY_BACK));
	}

}
