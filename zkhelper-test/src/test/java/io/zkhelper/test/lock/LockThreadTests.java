package io.zkhelper.test.lock;

import io.zkhelper.test.world.InMemoryWorld;
import io.zkhelper.test.world.RealWorld;
import org.junit.jupiter.api.Nested;

/**
 * Threads of one process and their locks, in real time.
 */
class LockThreadTests {

	@Nested
	class OnASimulatedServer extends LockThreadContract {

		OnASimulatedServer() {
			super(new InMemoryWorld());
		}

	}

	@Nested
	class OnARealServer extends LockThreadContract {

		OnARealServer() {
			super(RealWorld.calm());
		}

	}

	@Nested
	class WhoseSessionEndsOnASimulatedServer extends LockThreadOutageContract {

		WhoseSessionEndsOnASimulatedServer() {
			super(new InMemoryWorld());
		}

	}

	@Nested
	class WhoseSessionEndsOnARealServer extends LockThreadOutageContract {

		WhoseSessionEndsOnARealServer() {
			super(new RealWorld());
		}

	}

}
