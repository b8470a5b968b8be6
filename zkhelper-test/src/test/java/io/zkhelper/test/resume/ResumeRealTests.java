package io.zkhelper.test.resume;

import java.time.Duration;

import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.World;

/**
 * Sessions that are handed over, on a real server.
 */
class ResumeRealTests extends ResumeContract {

	@Override
	World world() {
		return RealWorld.calm();
	}

	@Override
	Duration takeoverDelay() {
		return ResumeSimulatedTests.DELAY;
	}

}
