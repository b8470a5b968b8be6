package io.zkhelper.benchmarks;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class VolleyTests {

	private static final long SECOND = 1_000_000_000;

	@Test
	void countsWhatChangesHands() {
		Volley volley = Volley.of(List.of(SECOND, 3 * SECOND, 5 * SECOND), List.of(2 * SECOND, 4 * SECOND, 6 * SECOND));
		assertThat(volley.handOversPerSecond()).isEqualTo(1);
		assertThat(volley.shareOfHandOvers()).isEqualTo(1);
	}

	@Test
	void doesNotCountWhatStaysInOneHand() {
		Volley volley = Volley.of(List.of(SECOND, 2 * SECOND, 3 * SECOND, 5 * SECOND),
				List.of(SECOND, 4 * SECOND, 6 * SECOND));
		assertThat(volley.shareOfHandOvers()).isEqualTo(0.8);
	}

	@Test
	void leavesOutWhenOneWasAlone() {
		Volley volley = Volley.of(List.of(1L, 2L, 3 * SECOND, 5 * SECOND),
				List.of(3 * SECOND + 1, 4 * SECOND, 9 * SECOND));
		assertThat(volley.holds()).extracting(Volley.Hold::nanos)
			.containsExactly(3 * SECOND + 1, 4 * SECOND, 5 * SECOND);
	}

	@Test
	void isZeroForTwoWhoDidNotMeet() {
		assertThat(Volley.of(List.of(), List.of(1L, 2L))).returns(0.0, Volley::handOversPerSecond);
		assertThat(Volley.of(List.of(1L, 2L), List.of(3L, 4L))).returns(0.0, Volley::handOversPerSecond)
			.returns(0.0, Volley::shareOfHandOvers);
	}

}
