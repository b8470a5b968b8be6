package io.zkhelper.test.lock;

import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.World;

/**
 * Locks of readers and writers with faults on a real server.
 */
class ReadWriteLockFaultRealTests extends ReadWriteLockFaultContract {

	@Override
	World world() {
		return new RealWorld();
	}

}
