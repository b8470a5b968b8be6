package io.zkhelper.test.election;

import io.zkhelper.test.world.SimulatedWorld;
import io.zkhelper.test.world.World;

/**
 * The same on virtual time.
 */
class CutOffSimulatedTests extends CutOffContract {

	@Override
	World newWorld() {
		return new SimulatedWorld();
	}

}
