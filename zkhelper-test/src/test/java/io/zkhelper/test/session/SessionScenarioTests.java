package io.zkhelper.test.session;

import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.Nested;

/**
 * Sessions on both kinds of servers.
 */
class SessionScenarioTests {

	@Nested
	class OnARealServer extends SessionScenarioContract {

		OnARealServer() {
			super(RealWorld.calm());
		}

	}

	@Nested
	class OnASimulatedServer extends SessionScenarioContract {

		OnASimulatedServer() {
			super(new SimulatedWorld());
		}

	}

}
