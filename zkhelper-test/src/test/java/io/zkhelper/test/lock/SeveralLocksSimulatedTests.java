package io.zkhelper.test.lock;

import io.zkhelper.test.world.SimulatedWorld;
import io.zkhelper.test.world.World;

/**
 * Several locks at once on a simulated server, on virtual time.
 */
class SeveralLocksSimulatedTests extends SeveralLocksContract {

	@Override
	World world() {
		return new SimulatedWorld();
	}

}
