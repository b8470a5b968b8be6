package io.zkhelper.benchmarks;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs everything for a moment, so that the benchmarks still work when somebody wants to
 * know. Speed is not looked at; the number of requests does not depend on it.
 */
class SmokeTests {

	@Test
	void everyBenchmarkHasFigures() throws Exception {
		Table table = BenchmarksMain.run(Benchmark.ALL, Effort.BRIEF);
		assertThat(table.rows()).hasSizeGreaterThanOrEqualTo(Benchmark.ALL.size())
			.allSatisfy((row) -> assertThat(row.ours()).matches(".*[0-9].*").doesNotContain("NaN"));
		List<Row> requests = table.rows().stream().filter((row) -> row.benchmark().startsWith("requests")).toList();
		assertThat(requests).hasSize(2).allMatch(Row::isMet);
	}

	@Test
	@DisplayName("TC-48: twenty threads read two nodes, the session stays, and every read is counted")
	void everyCachedReadIsCounted() throws Exception {
		Table table = BenchmarksMain.run(List.of(new CachedReads()), Effort.BRIEF);
		assertThat(table.rows()).hasSize(2)
			.allSatisfy((row) -> assertThat(row.ours()).matches("[0-9,]+/s").isNotEqualTo("0/s"));
	}

}
