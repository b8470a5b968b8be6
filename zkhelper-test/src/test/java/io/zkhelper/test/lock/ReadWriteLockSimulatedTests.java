package io.zkhelper.test.lock;

import io.zkhelper.test.world.SimulatedWorld;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/**
 * Locks of readers and writers on a simulated server, on virtual time.
 */
class ReadWriteLockSimulatedTests extends ReadWriteLockContract {

	@Override
	World world() {
		return new SimulatedWorld();
	}

	@RepeatedTest(40)
	@DisplayName("TD-19 no reader is in together with a writer, with another seed each time")
	void noReaderIsInTogetherWithAWriter(RepetitionInfo repetition) {
		playAtRandom(repetition.getCurrentRepetition());
	}

}
