package io.zkhelper.test.tree;

import io.zkhelper.test.world.InMemoryWorld;
import io.zkhelper.test.world.RealWorld;
import org.junit.jupiter.api.Nested;

/**
 * Wildcards, in real time.
 */
class GlobTests {

	@Nested
	class OnASimulatedServer extends GlobContract {

		OnASimulatedServer() {
			super(new InMemoryWorld());
		}

	}

	@Nested
	class OnARealServer extends GlobContract {

		OnARealServer() {
			super(RealWorld.calm());
		}

	}

}
