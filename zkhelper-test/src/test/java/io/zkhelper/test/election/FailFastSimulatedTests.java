package io.zkhelper.test.election;

import io.zkhelper.test.world.SimulatedWorld;
import io.zkhelper.test.world.World;

/**
 * The same on virtual time.
 */
class FailFastSimulatedTests extends FailFastContract {

	@Override
	World newWorld() {
		return new SimulatedWorld();
	}

}
