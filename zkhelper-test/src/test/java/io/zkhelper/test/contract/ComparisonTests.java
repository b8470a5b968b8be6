package io.zkhelper.test.contract;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The simulation gives the same answers as the real server, to the same requests at
 * random. {@code -Dzkhelper.comparison.sequences=10000} compares more of them, from
 * {@code -Dzkhelper.comparison.seed=0} on.
 */
class ComparisonTests {

	private static final long SEQUENCES = Long.getLong("zkhelper.comparison.sequences", 300);

	private static final long FIRST_SEED = Long.getLong("zkhelper.comparison.seed", 0);

	private static final Stage realStage = new RealStage();

	private static final Stage simulatedStage = SimulatedStage.onVirtualTime();

	@AfterAll
	static void close() {
		realStage.close();
		simulatedStage.close();
	}

	@Test
	void theSimulationAnswersAsTheServerDoes() {
		try (Play real = new Play(realStage); Play simulated = new Play(simulatedStage)) {
			for (long seed = FIRST_SEED; seed < FIRST_SEED + SEQUENCES; seed++) {
				assertSame(seed, simulated.perform(new RandomScript(seed)), real.perform(new RandomScript(seed)));
			}
		}
	}

	private static void assertSame(long seed, List<String> simulated, List<String> real) {
		for (int i = 0; i < real.size(); i++) {
			String answer = (i < simulated.size()) ? simulated.get(i) : "nothing more";
			assertThat(answer).as("seed %d after %s", seed, real.subList(0, i)).isEqualTo(real.get(i));
		}
		assertThat(simulated).as("seed %d", seed).hasSameSizeAs(real);
	}

}
