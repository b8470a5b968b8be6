package io.zkhelper.test.presence;

import io.zkhelper.test.world.RealWorld;

/**
 * Groups on a real server.
 */
class GroupRealTests extends GroupContract<RealWorld> {

	GroupRealTests() {
		super(RealWorld.calm());
	}

}
