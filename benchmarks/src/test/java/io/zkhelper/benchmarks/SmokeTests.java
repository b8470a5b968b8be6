package io.zkhelper.benchmarks;

import java.util.List;
import java.util.concurrent.TimeUnit;

import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs everything for a moment, so that the benchmarks still work when somebody wants to
 * know. Speed is not looked at; the number of requests does not depend on it.
 */
// In a thread of its own, since a process that says nothing can't be interrupted
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
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
	void everyCachedReadIsCounted() throws Exception {
		Table table = BenchmarksMain.run(List.of(new CachedReads()), Effort.BRIEF);
		assertThat(table.rows()).hasSize(2)
			.allSatisfy((row) -> assertThat(row.ours()).matches("[0-9,]+/s").isNotEqualTo("0/s"));
	}

	@Test
	@DisplayName("TC-48: twenty clients read two nodes from a server, which stays connected and counts as they do")
	void everyServedReadIsCounted() throws Exception {
		try (EmbeddedZooKeeper zooKeeper = EmbeddedZooKeeper.start()) {
			List<Row> rows = ServedReads.measure(zooKeeper.connectString(), ServedReads.PATHS, Effort.BRIEF);
			assertThat(rows.get(0).ours()).matches("[0-9,]+/s").isNotEqualTo("0/s");
			assertThat(rows.subList(1, rows.size())).hasSize(4).allMatch(Row::isMet);
		}
	}

	@Test
	void aCellThatIsNotKnownIsSeen() throws Exception {
		try (EmbeddedZooKeeper zooKeeper = EmbeddedZooKeeper.start()) {
			List<String> paths = List.of(ServedReads.PATHS.get(0), "/zk/nowhere/one");
			assertThat(ServedReads.measure(zooKeeper.connectString(), paths, Effort.BRIEF)).filteredOn(Row::isMet)
				.extracting(Row::benchmark)
				.doesNotContain("served, counted by the cache", "served, refused for an unknown cell");
		}
	}

}
