package io.zkhelper.session;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Backoff}.
 */
class BackoffTests {

	private static final Duration FIRST = Duration.ofMillis(100);

	private static final Duration LIMIT = Duration.ofMinutes(1);

	private static final List<Long> MILLIS = List.of(100L, 200L, 400L, 800L, 1_600L, 3_200L, 6_400L, 12_800L, 25_600L,
			51_200L, 60_000L, 60_000L);

	@Test
	@DisplayName("TR-29: exact delays double up to the limit, and begin anew after a reset")
	void exact() {
		Backoff backoff = Backoff.exact(FIRST, LIMIT);
		assertThat(Stream.generate(backoff::next).limit(12)).map(Duration::toNanos)
			.containsExactlyElementsOf(MILLIS.stream().map((millis) -> millis * 1_000_000).toList());
		backoff.reset();
		assertThat(backoff.next()).isEqualTo(FIRST);
	}

	@Test
	void spreadDelaysAreLongerByAQuarterAtMost() {
		EventLoop clock = EventLoop.onDaemonThread("clock");
		Backoff backoff = new Backoff(FIRST, LIMIT, clock);
		MILLIS.forEach((millis) -> assertThat(backoff.next()).isBetween(Duration.ofMillis(millis),
				Duration.ofMillis(millis + millis / 4)));
		clock.shutdown();
	}

	@Test
	void theLimitHoldsHoweverOftenItIsTried() {
		Backoff backoff = Backoff.exact(Duration.ofDays(1), Duration.ofDays(1000));
		assertThat(Stream.generate(backoff::next).limit(100)).last().isEqualTo(Duration.ofDays(1000));
	}

}
