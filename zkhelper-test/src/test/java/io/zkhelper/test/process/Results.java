package io.zkhelper.test.process;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What became of all faults of a campaign.
 */
final class Results {

	private static final String HEAD = "| %-40s | %-24s | faults | another led | with connection | nobody led after |%n";

	private static final String ROW = "| %-40s | %-24s | %6d | %11d | %15d | %10.2f s max |%n";

	private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();

	private final AtomicInteger count = new AtomicInteger();

	void add(Outcome outcome) {
		this.outcomes.add(outcome);
		System.out.printf("%d. %s%n", this.count.incrementAndGet(), outcome);
	}

	int size() {
		return this.outcomes.size();
	}

	/**
	 * A row for each kind, and one for each recipe.
	 */
	String table() {
		StringBuilder table = new StringBuilder(String.format(Locale.ROOT, HEAD, "kind", "on"));
		grouped((outcome) -> outcome.kind()).forEach((kind, some) -> table.append(row(kind, "all", some)));
		grouped((outcome) -> outcome.recipe()).forEach((recipe, some) -> table.append(row("all", recipe, some)));
		return table.toString();
	}

	private Map<String, List<Outcome>> grouped(Function<Outcome, String> key) {
		return this.outcomes.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
	}

	private static String row(String kind, String recipe, List<Outcome> some) {
		Duration longest = some.stream().map(Outcome::leaderless).max(Comparator.naturalOrder()).orElseThrow();
		return String.format(Locale.ROOT, ROW, kind, recipe, some.size(),
				some.stream().filter(Outcome::anotherLed).count(),
				some.stream().filter((outcome) -> outcome.succession() == Outcome.Succession.UNAWARES).count(),
				longest.toNanos() / 1e9);
	}

}
