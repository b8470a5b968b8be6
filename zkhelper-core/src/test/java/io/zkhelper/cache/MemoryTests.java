package io.zkhelper.cache;

import java.time.Duration;
import java.time.Instant;

import io.zkhelper.session.Moment;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Memory}.
 */
class MemoryTests {

	private static final Moment START = new Moment(0, Instant.EPOCH);

	private static final Memory GOOD = Memory.of(Content.ABSENT, START);

	private static Moment at(long seconds) {
		return START.plus(Duration.ofSeconds(seconds));
	}

	@Test
	void whatIsGoodAnswersHoweverOldItIs() {
		assertThat(GOOD.answers(at(3600), true, Duration.ZERO)).isTrue();
		assertThat(GOOD.toNode("/a", at(3600), true).age()).isEqualTo(Duration.ofHours(1));
		assertThat(GOOD.toNode("/a", at(3600), true).stale()).isFalse();
	}

	@Test
	void whatIsDoubtedAnswersForALimitedTime() {
		Memory doubted = GOOD.doubted(at(10)).doubted(at(20));
		assertThat(doubted.answers(at(3600), true, null)).isTrue();
		assertThat(doubted.answers(at(14), false, Duration.ofSeconds(5))).isTrue();
		assertThat(doubted.answers(at(15), false, Duration.ofSeconds(5))).isFalse();
		assertThat(doubted.toNode("/a", at(20), true).stale()).isTrue();
	}

	@Test
	void whatHasChangedAnswersOnlyWhileNobodyElseCan() {
		Memory outdated = GOOD.outdated(at(10));
		assertThat(outdated.answers(at(10), true, null)).isFalse();
		assertThat(outdated.answers(at(10), false, null)).isTrue();
		assertThat(outdated.doubted(at(11)).answers(at(16), false, Duration.ofSeconds(6))).isFalse();
		assertThat(GOOD.doubted(at(5)).outdated(at(10)).answers(at(11), false, Duration.ofSeconds(6))).isFalse();
	}

}
