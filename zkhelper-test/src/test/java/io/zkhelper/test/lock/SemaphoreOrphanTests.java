package io.zkhelper.test.lock;

import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.SimulatedWorld;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.Nested;

/**
 * Permits whose nodes somebody deletes.
 */
class SemaphoreOrphanTests {

	@Nested
	class OnASimulatedServer extends SemaphoreOrphanContract {

		@Override
		World world() {
			return new SimulatedWorld();
		}

	}

	@Nested
	class OnARealServer extends SemaphoreOrphanContract {

		@Override
		World world() {
			return new RealWorld();
		}

	}

}
