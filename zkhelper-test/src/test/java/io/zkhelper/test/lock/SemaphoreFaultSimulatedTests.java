package io.zkhelper.test.lock;

import io.zkhelper.test.world.SimulatedWorld;
import io.zkhelper.test.world.World;

/**
 * Semaphores with faults on a simulated server, on virtual time.
 */
class SemaphoreFaultSimulatedTests extends SemaphoreFaultContract {

	@Override
	World world() {
		return new SimulatedWorld();
	}

}
