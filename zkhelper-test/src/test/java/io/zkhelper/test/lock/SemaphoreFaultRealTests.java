package io.zkhelper.test.lock;

import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.World;

/**
 * Semaphores with faults on a real server.
 */
class SemaphoreFaultRealTests extends SemaphoreFaultContract {

	@Override
	World world() {
		return new RealWorld();
	}

}
