package io.zkhelper.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who is first in a queue, however its nodes come from the server.
 */
class PrecedenceTests {

	private static final Contender FIRST = contender("_c_z-lock-0000000001");

	private static final Contender SECOND = contender("_c_a-lock-0000000002");

	private static final Contender THIRD = contender("_c_m-lock-0000000003");

	private static Contender contender(String name) {
		return Contender.parse(name).orElseThrow();
	}

	// Numbers tell the order here, so that no session is asked
	private static Place place(Contender own, Contender... listed) {
		List<Contender> queue = new ArrayList<>();
		new QueueOrder(null, "/queue").apply(List.of(listed), (order) -> queue.addAll(order.value()));
		return Precedence.EVERYBODY_AHEAD.placeOf(own, queue);
	}

	@Test
	@DisplayName("TB-03: in a queue without nodes nobody is first, and who had a node has lost it")
	void nobody() {
		assertThat(place(FIRST)).isEqualTo(new Place.Gone());
	}

	@Test
	@DisplayName("TB-03: who is missing in the list is not first, and not behind somebody for ever")
	void missing() {
		assertThat(place(FIRST, SECOND, THIRD)).isEqualTo(new Place.Gone());
		assertThat(place(THIRD, SECOND, FIRST)).isEqualTo(new Place.Gone());
	}

	@Test
	@DisplayName("TB-03: a node without a name is none")
	void blank() {
		assertThat(Stream.of("", " ", "-lock-")).allSatisfy((name) -> assertThat(Contender.parse(name)).isEmpty());
	}

	@Test
	@DisplayName("TB-03: the smallest number is first, wherever the list has it and whatever is before it in the name")
	void first() {
		assertThat(place(FIRST, SECOND, THIRD, FIRST)).isEqualTo(new Place.First());
		assertThat(place(SECOND, THIRD, FIRST, SECOND)).isEqualTo(new Place.Behind(FIRST, false));
		assertThat(place(THIRD, FIRST, THIRD, SECOND)).isEqualTo(new Place.Behind(SECOND, false));
	}

	@ParameterizedTest(name = "TB-04: ''{0}'' has no number that a server has written")
	@CsvSource({ "foo", "foo/bar", "foo/bar-lock", "foo/bar-lock-", "foo/bar-lock-001", "foo/bar-lock--42" })
	void withoutNumber(String name) {
		assertThat(Contender.parse(name)).isEmpty();
	}

	@ParameterizedTest(name = "TB-04: ''{0}'' has the number {1}")
	@CsvSource({ "bar-lock-0000000001,1", "bar-lock--000000042,-42" })
	void withNumber(String name, int number) {
		assertThat(contender(name).sequence()).isEqualTo(number);
	}

}
