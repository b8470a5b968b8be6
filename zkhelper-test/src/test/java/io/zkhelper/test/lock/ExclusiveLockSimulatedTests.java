package io.zkhelper.test.lock;

import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.Nested;

/**
 * Locks of one holder on a simulated server, on virtual time.
 */
class ExclusiveLockSimulatedTests {

	@Nested
	class BetweenProcesses extends ExclusiveLockContract {

		BetweenProcesses() {
			super(new SimulatedWorld());
		}

	}

	@Nested
	class WithFaults extends LockFaultContract {

		WithFaults() {
			super(new SimulatedWorld());
		}

	}

	@Nested
	class WithinAProcess extends LocalQueueContract {

		WithinAProcess() {
			super(new SimulatedWorld());
		}

	}

	@Nested
	class AmongOthers extends LockQueueContract {

		AmongOthers() {
			super(new SimulatedWorld());
		}

	}

	@Nested
	class WithAbsences extends LockAbsenceContract {

		WithAbsences() {
			super(new SimulatedWorld());
		}

	}

}
