package io.zkhelper.cell;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.zkhelper.session.Answer;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.ZnodeError;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Ballot}.
 */
class BallotTests {

	private static final Answer<String> ABSENT = Answer.refused(ZnodeError.NO_NODE, "/a");

	private static final Answer<String> AWAY = Answer.refused(ZnodeError.CONNECTION_LOSS, "/a");

	private static Ballot<String> ballot(int needed) {
		return new Ballot<>("/a", List.of("ny", "nj", "sf"), needed, Map.of(), Function.identity());
	}

	@Test
	void isOverAsSoonAsEnoughSayTheSame() {
		Ballot<String> one = ballot(2).with("sf", Answer.of("x"));
		assertThat(one.isOver()).isFalse();
		Ballot<String> two = one.with("nj", Answer.of("x"));
		assertThat(two.isOver()).isTrue();
		assertThat(two.decide()).isEqualTo("x");
	}

	@Test
	void theMajorityCountsAgainstTheRest() {
		Ballot<String> ballot = ballot(2).with("ny", Answer.of("x")).with("nj", Answer.of("y"));
		assertThat(ballot.isOver()).isFalse();
		assertThat(ballot.with("sf", Answer.of("y")).decide()).isEqualTo("y");
	}

	@Test
	void whoIsAwayDoesNotCount() {
		Ballot<String> ballot = ballot(2).with("ny", AWAY).with("nj", Answer.of("x"));
		assertThat(ballot.with("sf", Answer.of("x")).decide()).isEqualTo("x");
		assertThatExceptionOfType(MirrorUnavailableException.class).isThrownBy(ballot.with("sf", AWAY)::decide)
			.withMessageContaining("2 of")
			.withMessageContaining("'/a'")
			.satisfies((ex) -> assertThat(ex.refusals()).containsOnlyKeys("ny", "sf"));
	}

	@Test
	void whatIsNotThereIsSaidToo() {
		Ballot<String> ballot = ballot(2).with("ny", ABSENT).with("nj", Answer.of("x"));
		assertThatExceptionOfType(NodeException.class).isThrownBy(ballot.with("sf", ABSENT)::decide)
			.satisfies((ex) -> assertThat(ex.error()).isEqualTo(ZnodeError.NO_NODE));
	}

	@Test
	void allHaveToAgree() {
		Ballot<String> ballot = ballot(3).with("ny", Answer.of("x")).with("sf", Answer.of("x"));
		assertThat(ballot.isOver()).isFalse();
		assertThat(ballot.with("nj", Answer.of("x")).decide()).isEqualTo("x");
		assertThatExceptionOfType(MirrorUnavailableException.class).isThrownBy(ballot.with("nj", AWAY)::decide);
	}

	@Test
	void disagreementShowsWhoSaysWhat() {
		Ballot<String> ballot = ballot(3).with("ny", Answer.of("x")).with("nj", ABSENT).with("sf", Answer.of("y"));
		assertThatExceptionOfType(InconsistentMirrorException.class).isThrownBy(ballot::decide)
			.withMessageContaining("'/a'")
			.withMessageContaining("[[ny], [nj], [sf]]")
			.withMessageContaining("{nj=NO_NODE for '/a'}")
			.satisfies((ex) -> assertThat(ex.values().answers()).isEqualTo(Map.of("ny", "x", "sf", "y")));
	}

}
