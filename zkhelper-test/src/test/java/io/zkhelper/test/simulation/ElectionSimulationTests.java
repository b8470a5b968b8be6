package io.zkhelper.test.simulation;

import java.util.List;
import java.util.stream.LongStream;

import io.zkhelper.election.ElectionOptions;
import io.zkhelper.claim.Safety;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Thousands of elections in which everything goes wrong. A seed that fails is replayed by
 * {@code -Dzkhelper.seed=…}.
 */
class ElectionSimulationTests {

	private static final long SEEDS = Long.getLong("zkhelper.seeds", 2000);

	@ParameterizedTest
	@EnumSource
	void atMostOneLeadsWhateverHappens(Safety safety) {
		seeds().forEach((seed) -> requireNoViolation(seed, safety));
	}

	// 11025: a successor whose wall clock was set forward did not wait long enough
	@ParameterizedTest
	@ValueSource(longs = 11025)
	void seedsThatOnceFailedFailNoMore(long seed) {
		requireNoViolation(seed, Safety.STRICT);
	}

	private static void requireNoViolation(long seed, Safety safety) {
		ElectionSimulation simulation = new ElectionSimulation(seed, ElectionOptions.DEFAULT.withSafety(safety));
		List<String> violations = simulation.run();
		assertThat(violations).as("%s", simulation).isEmpty();
	}

	@Test
	void aSeedReplays() {
		ElectionSimulation one = new ElectionSimulation(7, ElectionOptions.DEFAULT);
		ElectionSimulation other = new ElectionSimulation(7, ElectionOptions.DEFAULT);
		one.run();
		other.run();
		assertThat(one.trace()).isNotEmpty().isEqualTo(other.trace());
	}

	private static LongStream seeds() {
		Long only = Long.getLong("zkhelper.seed");
		return (only != null) ? LongStream.of(only) : LongStream.range(0, SEEDS);
	}

}
