package io.zkhelper.benchmarks;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FiguresTests {

	@Test
	void percentilesAreSamples() {
		Samples samples = Samples.of(IntStream.rangeClosed(1, 1000).map((i) -> 1001 - i).boxed().toList());
		assertThat(List.of(samples.median(), samples.percentile(90), samples.percentile(99), samples.percentile(100)))
			.containsExactly(500.0, 900.0, 990.0, 1000.0);
		assertThat(Samples.of(List.of(7)).percentile(99)).isEqualTo(7);
	}

	@Test
	void targetsAreBoundsOnOneSide() {
		Target least = Target.atLeast(2.5, "times faster");
		assertThat(List.of(least.isMet(2.49), least.isMet(2.5), least.isMet(3))).containsExactly(false, true, true);
		Target most = Target.atMost(1.15, "round trips");
		assertThat(List.of(most.isMet(1), most.isMet(1.15), most.isMet(1.16))).containsExactly(true, true, false);
		assertThat(most).hasToString("≤ 1.15 round trips");
	}

	@Test
	void requestsAreCountedSinceEarlier() {
		Requests earlier = Requests.parse("create=3 delete=2");
		Requests later = Requests.parse("create=5 delete=2 multi=1");
		assertThat(later.since(earlier)).hasToString("create=2 multi=1").returns(3L, Requests::total);
		assertThat(Requests.parse("")).returns(0L, Requests::total);
	}

	@Test
	void aTableIsMarkdown() {
		Row missed = Row.of("speed", List.of("2 s", "1 s", ""), 0.5, Target.atLeast(1, "times faster"));
		Table table = new Table(List.of(missed, Row.reported("mood", List.of("good", "", ""), "")));
		assertThat(table.isAllMet()).isFalse();
		assertThat(table.toString().lines()).containsExactly(
				"| benchmark | ours | Curator | raw | ratio             | target           | met?   |",
				"| --------- | ---- | ------- | --- | ----------------- | ---------------- | ------ |",
				"| speed     | 2 s  | 1 s     |     | 0.50 times faster | ≥ 1 times faster | missed |",
				"| mood      | good |         |     |                   |                  |        |");
	}

}
