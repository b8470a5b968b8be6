package io.zkhelper.test.cache;

import io.zkhelper.test.world.SimulatedWorld;

/**
 * What a cache answers, by a simulated server.
 */
class CacheSimulatedTests extends CacheContract<SimulatedWorld> {

	CacheSimulatedTests() {
		super(new SimulatedWorld());
	}

}
