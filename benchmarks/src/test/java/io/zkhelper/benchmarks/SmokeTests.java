package io.zkhelper.benchmarks;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs everything for a moment, so that the benchmarks still work when somebody wants to
 * know. Speed is not looked at; the number of requests does not depend on it.
 */
class SmokeTests {

	@Test
	void everyBenchmarkHasFigures() throws Exception {
		Table table = BenchmarksMain.run(LockBenchmark.ALL, Effort.BRIEF);
		assertThat(table.rows()).hasSizeGreaterThanOrEqualTo(LockBenchmark.ALL.size())
			.allSatisfy((row) -> assertThat(row.ours()).matches(".*[0-9].*").doesNotContain("NaN"));
		List<Row> requests = table.rows().stream().filter((row) -> row.benchmark().startsWith("requests")).toList();
		assertThat(requests).hasSize(2).allMatch(Row::isMet);
	}

}
