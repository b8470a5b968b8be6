package io.zkhelper.test.lock;

import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.World;

/**
 * Semaphores on a real server.
 */
class SemaphoreRealTests extends SemaphoreContract {

	@Override
	World world() {
		return new RealWorld();
	}

}
