package io.zkhelper.test.election;

import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.World;

/**
 * The same on a real server.
 */
class CutOffRealTests extends CutOffContract {

	@Override
	World newWorld() {
		return new RealWorld();
	}

}
