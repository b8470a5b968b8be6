package io.zkhelper.test.process;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What became of all faults of a campaign.
 */
final class Results {

	private static final String HEAD = "| %-28s | %-24s | faults | overlaps | stale | another led | with connection"
			+ " | longest without leader |%n";

	private static final String ROW = "| %-28s | %-24s | %6d | %8d | %5d | %11d | %15d | %20.2f s |%n";

	private final Queue<Judged> faults = new ConcurrentLinkedQueue<>();

	private final Queue<Timeline> timelines = new ConcurrentLinkedQueue<>();

	private final AtomicInteger count = new AtomicInteger();

	/**
	 * Note what a fault has led to.
	 */
	void add(Outcome outcome, int overlaps) {
		this.faults.add(new Judged(outcome, overlaps));
		System.out.printf("%d. %s, %d overlaps, %d stale%n", this.count.incrementAndGet(), outcome, overlaps,
				outcome.stale().size());
	}

	/**
	 * Note all that was seen in one scene.
	 */
	void add(List<Timeline> finished) {
		this.timelines.addAll(finished);
	}

	int size() {
		return this.faults.size();
	}

	/**
	 * Sums, a row for each kind, and one for each recipe.
	 */
	String table() {
		StringBuilder table = new StringBuilder(
				String.format(Locale.ROOT, "%d changes of leaders, %d fenced writes accepted, %d refused%n",
						sum(Timeline::changes), sumOfWrites(Writes::accepted), sumOfWrites(Writes::refused)));
		table.append(String.format(Locale.ROOT, HEAD, "kind", "on"));
		grouped(Outcome::kind).forEach((kind, some) -> table.append(row(kind, "all", some)));
		grouped(Outcome::recipe).forEach((recipe, some) -> table.append(row("all", recipe, some)));
		return table.toString();
	}

	private long sum(ToLongFunction<Timeline> what) {
		return this.timelines.stream().mapToLong(what).sum();
	}

	private long sumOfWrites(ToLongFunction<Writes> what) {
		return sum((timeline) -> timeline.writes().stream().mapToLong(what).sum());
	}

	private Map<String, List<Judged>> grouped(Function<Outcome, String> key) {
		return this.faults.stream()
			.collect(Collectors.groupingBy((fault) -> key.apply(fault.outcome), TreeMap::new, Collectors.toList()));
	}

	private static String row(String kind, String recipe, List<Judged> some) {
		List<Outcome> outcomes = some.stream().map(Judged::outcome).toList();
		return String.format(Locale.ROOT, ROW, kind, recipe, some.size(),
				some.stream().mapToInt(Judged::overlaps).sum(),
				outcomes.stream().mapToInt((outcome) -> outcome.stale().size()).sum(),
				outcomes.stream().filter(Outcome::anotherLed).count(),
				outcomes.stream().filter((outcome) -> outcome.succession() == Outcome.Succession.UNAWARES).count(),
				outcomes.stream().mapToLong((outcome) -> outcome.leaderless().toNanos()).max().orElse(0) / 1e9);
	}

	/**
	 * A fault and its judgement.
	 *
	 * @param outcome what came of the fault
	 * @param overlaps how often two led at a time
	 */
	private record Judged(Outcome outcome, int overlaps) {
	}

}
