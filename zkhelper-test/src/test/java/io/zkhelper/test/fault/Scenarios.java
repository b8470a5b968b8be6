package io.zkhelper.test.fault;

import java.util.List;
import java.util.stream.Stream;

/**
 * All there is.
 */
final class Scenarios {

	private Scenarios() {
	}

	static List<Scenario> all() {
		return Stream
			.of(LockScenarios.all(), GivingUpScenarios.all(), SharedLockScenarios.all(), OwnNodeScenarios.all(),
					ElectionScenarios.all())
			.flatMap(List::stream)
			.toList();
	}

	/**
	 * Return those that are tried with pairs of faults.
	 */
	static List<Scenario> core() {
		return List.of(LockScenarios.UNCONTENDED, LockScenarios.CONTENDED, LockScenarios.RELEASE,
				LockScenarios.HAND_OVER, ElectionScenarios.START, ElectionScenarios.RESIGN);
	}

}
