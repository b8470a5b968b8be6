package io.zkhelper.test.lock;

import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.World;

/**
 * Locks of readers and writers on a real server.
 */
class ReadWriteLockRealTests extends ReadWriteLockContract {

	@Override
	World world() {
		return new RealWorld();
	}

}
