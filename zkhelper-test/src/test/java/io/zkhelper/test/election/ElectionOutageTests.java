package io.zkhelper.test.election;

import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.Nested;

/**
 * Elections whose sessions end and whose servers are away.
 */
class ElectionOutageTests {

	@Nested
	class OfASimulatedServer extends ElectionOutageContract {

		OfASimulatedServer() {
			super(new SimulatedWorld());
		}

	}

	@Nested
	class OfARealServer extends ElectionOutageContract {

		OfARealServer() {
			super(new RealWorld());
		}

	}

}
