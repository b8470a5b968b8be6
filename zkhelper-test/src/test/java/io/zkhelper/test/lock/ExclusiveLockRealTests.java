package io.zkhelper.test.lock;

import io.zkhelper.test.world.RealWorld;
import org.junit.jupiter.api.Nested;

/**
 * Locks of one holder on a real server.
 */
class ExclusiveLockRealTests {

	@Nested
	class BetweenProcesses extends ExclusiveLockContract {

		BetweenProcesses() {
			super(RealWorld.calm());
		}

	}

	@Nested
	class WithFaults extends LockFaultContract {

		WithFaults() {
			super(new RealWorld());
		}

	}

	@Nested
	class WithinAProcess extends LocalQueueContract {

		WithinAProcess() {
			super(RealWorld.calm());
		}

	}

	@Nested
	class AmongOthers extends LockQueueContract {

		AmongOthers() {
			super(RealWorld.calm());
		}

	}

	@Nested
	class WithAbsences extends LockAbsenceContract {

		WithAbsences() {
			super(new RealWorld());
		}

	}

}
