package io.zkhelper.test.session;

import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.Nested;

/**
 * Connections that break while a watch is removed.
 */
class UnansweredRemovalTests {

	@Nested
	class OnASimulatedServer extends UnansweredRemovalContract {

		OnASimulatedServer() {
			super(new SimulatedWorld());
		}

	}

	@Nested
	class OnARealServer extends UnansweredRemovalContract {

		OnARealServer() {
			super(new RealWorld());
		}

	}

}
