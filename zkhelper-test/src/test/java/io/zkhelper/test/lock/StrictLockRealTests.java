package io.zkhelper.test.lock;

import io.zkhelper.test.world.RealWorld;

/**
 * Strict locks on a real server.
 */
class StrictLockRealTests extends StrictLockContract<RealWorld> {

	StrictLockRealTests() {
		super(new RealWorld());
	}

}
