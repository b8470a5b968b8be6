package io.zkhelper.test.lock;

import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.World;

/**
 * Several locks at once on a real server.
 */
class SeveralLocksRealTests extends SeveralLocksContract {

	@Override
	World world() {
		return new RealWorld();
	}

}
