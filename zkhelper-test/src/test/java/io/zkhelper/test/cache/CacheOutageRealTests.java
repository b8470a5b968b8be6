package io.zkhelper.test.cache;

import io.zkhelper.test.world.RealWorld;

/**
 * What a cache answers without servers, by a real server.
 */
class CacheOutageRealTests extends CacheOutageContract<RealWorld> {

	CacheOutageRealTests() {
		super(new RealWorld());
	}

}
