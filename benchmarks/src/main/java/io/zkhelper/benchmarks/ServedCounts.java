package io.zkhelper.benchmarks;

import java.io.IOException;
import java.util.List;

/**
 * What clients and the server of a cache have counted.
 *
 * @param calls how often the clients have asked
 * @param refusals how often they were refused
 * @param failures how often nobody could be asked yet
 * @param reads how often the cache was asked
 * @param hits how often it has answered from memory
 * @param serverReads how often it has asked ZooKeeper
 */
record ServedCounts(long calls, long refusals, long failures, long reads, long hits, long serverReads) {

	/**
	 * Read them once nobody asks any longer. Fails if they are not those of the clients,
	 * if those of the cell are not those of all cells, and if there is no connection.
	 */
	static ServedCounts of(List<CacheCaller> callers, CacheServer server, String cell)
			throws IOException, InterruptedException {
		String ofCell = "?tag=cell:" + cell;
		ServedCounts counts = new ServedCounts(callers.stream().mapToLong(CacheCaller::calls).sum(),
				callers.stream().mapToLong(CacheCaller::refusals).sum(),
				callers.stream().mapToLong(CacheCaller::failures).sum(), server.meter("zkhelper.cache.reads", ofCell),
				server.meter("zkhelper.cache.hits", ofCell), server.meter("zkhelper.cache.server.reads", ofCell));
		counts.mustBe("reads of all cells", server.meter("zkhelper.cache.reads", ""), counts.reads());
		counts.mustBe("hits of all cells", server.meter("zkhelper.cache.hits", ""), counts.hits());
		counts.mustBe("calls that were not refused", counts.calls() - counts.refusals(), counts.reads());
		counts.mustBe("errors", server.meter("zkhelper.cache.errors", ""), counts.failures());
		counts.mustBe("connections to the cell", server.meter("zkhelper.cell.connected", ofCell), 1);
		return counts;
	}

	private void mustBe(String what, long figure, long expected) {
		if (figure != expected) {
			throw new IllegalStateException("There are %d %s, and not %d: %s".formatted(figure, what, expected, this));
		}
	}

	long misses() {
		return this.reads - this.hits - this.failures;
	}

}
