package io.zkhelper.test.lock;

import io.zkhelper.test.world.RealWorld;

/**
 * What can be asked about a lock, of a real server.
 */
class LockQueryRealTests extends LockQueryContract<RealWorld> {

	LockQueryRealTests() {
		super(new RealWorld());
	}

}
