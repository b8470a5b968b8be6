package io.zkhelper.test.election;

import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.Nested;

/**
 * Participants that lead by turns, on any servers.
 */
class TurnTests {

	@Nested
	class OnASimulatedServer extends TurnContract {

		OnASimulatedServer() {
			super(new SimulatedWorld());
		}

	}

	@Nested
	class OnARealServer extends TurnContract {

		OnARealServer() {
			super(RealWorld.calm());
		}

	}

}
