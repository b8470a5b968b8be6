package io.zkhelper.test.election;

import io.zkhelper.test.world.InMemoryWorld;
import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.Nested;

/**
 * Clients that outlive what uses them.
 */
class BorrowedClientTests {

	@Nested
	class OnARealServer extends BorrowedClientContract {

		@Override
		World world() {
			return RealWorld.calm();
		}

	}

	@Nested
	class OnASimulatedServer extends BorrowedClientContract {

		@Override
		World world() {
			return new InMemoryWorld();
		}

	}

}
