package io.zkhelper.lock;

import java.util.List;
import java.util.stream.IntStream;

import io.zkhelper.claim.Contender;
import io.zkhelper.claim.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Who gets a permit, by the names in the queue.
 */
class PermitOrderTests {

	private final PermitOrder order = new PermitOrder("pool", 3);

	@Test
	void asManyAsThereArePermits() {
		assertThat(placeOfLast(wants(1, 3), wants(1, 3), wants(1, 3))).isEqualTo(new Place.First());
		assertThat(placeOfLast(wants(1, 3), wants(1, 3), wants(1, 3), wants(1, 3))).isEqualTo(new Place.Crowded());
	}

	@Test
	void whoWaitsForManyLetsNobodyPass() {
		assertThat(placeOfLast(wants(1, 3), wants(3, 3), wants(1, 3))).isEqualTo(new Place.Crowded());
	}

	@Test
	void theSmallestNumberAheadCounts() {
		assertThat(placeOfLast(wants(1, 2), wants(1, 3), wants(1, 3))).isEqualTo(new Place.Crowded());
	}

	@Test
	void whoDoesNotSayWantsAll() {
		assertThat(placeOfLast("_c_x-lock-", wants(1, 3))).isEqualTo(new Place.Crowded());
	}

	@ParameterizedTest
	@ValueSource(ints = { Integer.MIN_VALUE, 0, 1_000_000_000, Integer.MAX_VALUE })
	void numbersThatNamesCannotSayAreRefused(int limit) {
		assertThatIllegalArgumentException().isThrownBy(() -> new PermitOrder("pool", limit))
			.withMessage("'permits' must be at least 1 and at most 999999999 but was " + limit);
	}

	private static String wants(int permits, int limit) {
		return "_c_x" + PermitOrder.marker(permits, limit);
	}

	private Place placeOfLast(String... prefixes) {
		List<Contender> queue = IntStream.range(0, prefixes.length)
			.mapToObj((index) -> new Contender(prefixes[index] + "%010d".formatted(index), index))
			.toList();
		return this.order.placeOf(queue.get(queue.size() - 1), queue);
	}

}
