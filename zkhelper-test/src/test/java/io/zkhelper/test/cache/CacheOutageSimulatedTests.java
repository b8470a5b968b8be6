package io.zkhelper.test.cache;

import io.zkhelper.test.world.SimulatedWorld;

/**
 * What a cache answers without servers, by a simulated server.
 */
class CacheOutageSimulatedTests extends CacheOutageContract<SimulatedWorld> {

	CacheOutageSimulatedTests() {
		super(new SimulatedWorld());
	}

}
