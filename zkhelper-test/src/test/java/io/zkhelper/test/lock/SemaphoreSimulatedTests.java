package io.zkhelper.test.lock;

import io.zkhelper.test.world.SimulatedWorld;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Semaphores on a simulated server, on virtual time.
 */
class SemaphoreSimulatedTests extends SemaphoreContract {

	@Override
	World world() {
		return new SimulatedWorld();
	}

	@RepeatedTest(40)
	void permitsInUseAreNeverMoreThanThereAreWithAnotherSeedEachTime(RepetitionInfo repetition) {
		playAtRandom(repetition.getCurrentRepetition());
	}

}
