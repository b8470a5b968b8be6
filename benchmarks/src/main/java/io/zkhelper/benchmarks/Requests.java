package io.zkhelper.benchmarks;

import java.util.Arrays;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many requests of which kind a server has had, pings aside.
 *
 * @param counts by ZooKeeper's names of the kinds
 */
record Requests(Map<String, Long> counts) {

	static Requests parse(String text) {
		return new Requests(Arrays.stream(text.split(" "))
			.filter((entry) -> !entry.isBlank())
			.map((entry) -> entry.split("="))
			.collect(Collectors.toMap((entry) -> entry[0], (entry) -> Long.parseLong(entry[1]))));
	}

	Requests since(Requests earlier) {
		Map<String, Long> difference = new TreeMap<>(this.counts);
		earlier.counts.forEach((kind, count) -> difference.merge(kind, -count, Long::sum));
		difference.values().removeIf((count) -> count == 0);
		return new Requests(difference);
	}

	long total() {
		return this.counts.values().stream().mapToLong(Long::longValue).sum();
	}

	@Override
	public String toString() {
		return this.counts.entrySet()
			.stream()
			.sorted(Entry.comparingByKey())
			.map((entry) -> entry.getKey() + "=" + entry.getValue())
			.collect(Collectors.joining(" "));
	}

}
