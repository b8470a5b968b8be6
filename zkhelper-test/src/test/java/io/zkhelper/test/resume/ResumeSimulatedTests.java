package io.zkhelper.test.resume;

import java.time.Duration;

import io.zkhelper.test.world.SimulatedWorld;
import io.zkhelper.test.world.World;

/**
 * Sessions that are handed over, on a simulated server and virtual time.
 */
class ResumeSimulatedTests extends ResumeContract {

	/** The lease of a session of 2 s, with ticks of 200 ms and a slack of 50 ms. */
	static final Duration DELAY = Duration.ofMillis(600);

	@Override
	World world() {
		return new SimulatedWorld();
	}

	@Override
	Duration takeoverDelay() {
		return DELAY;
	}

}
