package io.zkhelper.test.lock;

import io.zkhelper.test.world.InMemoryWorld;
import io.zkhelper.test.world.RealWorld;
import org.junit.jupiter.api.Nested;

/**
 * Threads that wait for locks, in real time.
 */
class BlockingLockTests {

	@Nested
	class OnASimulatedServer extends BlockingLockContract {

		OnASimulatedServer() {
			super(new InMemoryWorld());
		}

	}

	@Nested
	class OnARealServer extends BlockingLockContract {

		OnARealServer() {
			super(RealWorld.calm());
		}

	}

	@Nested
	class InTheFormOfTheJdkOnASimulatedServer extends JdkLockContract {

		InTheFormOfTheJdkOnASimulatedServer() {
			super(new InMemoryWorld());
		}

	}

	@Nested
	class InTheFormOfTheJdkOnARealServer extends JdkLockContract {

		InTheFormOfTheJdkOnARealServer() {
			super(RealWorld.calm());
		}

	}

}
