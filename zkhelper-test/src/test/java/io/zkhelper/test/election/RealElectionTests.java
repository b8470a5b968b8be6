package io.zkhelper.test.election;

import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.World;

/**
 * Elections on a real server.
 */
class RealElectionTests extends ElectionContract {

	@Override
	World world() {
		return new RealWorld();
	}

}
