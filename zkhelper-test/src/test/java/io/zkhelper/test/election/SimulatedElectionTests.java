package io.zkhelper.test.election;

import io.zkhelper.test.world.SimulatedWorld;
import io.zkhelper.test.world.World;

/**
 * Elections on a simulated server, on virtual time.
 */
class SimulatedElectionTests extends ElectionContract {

	@Override
	World world() {
		return new SimulatedWorld();
	}

}
