package io.zkhelper.test.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Prints what has become of all points.
 */
final class Report {

	private static final Path DIRECTORY = Path.of("target", "faults");

	private final String title;

	private final List<Outcome> outcomes;

	private final Duration took;

	Report(String title, List<Outcome> outcomes, Duration took) {
		this.title = title;
		this.outcomes = outcomes;
		this.took = took;
	}

	void print() throws IOException {
		Path file = DIRECTORY.resolve(this.title.replace(' ', '-') + ".txt");
		Files.createDirectories(DIRECTORY);
		Files.write(file, this.outcomes.stream().map(Outcome::toString).toList());
		System.out.printf("%n%s: %d points in %d s; one line each in %s%n", this.title, this.outcomes.size(),
				this.took.toSeconds(), file);
		table("scenario", (outcome) -> outcome.scenario().name());
		table("operation", (outcome) -> outcome.point().frame().operation());
		table("fault", (outcome) -> outcome.point().fault().name());
		table("all", (outcome) -> this.title);
		this.outcomes.stream()
			.filter((outcome) -> outcome.verdict() != Verdict.PASSED)
			.limit(40)
			.forEach(System.out::println);
	}

	private void table(String by, Function<Outcome, String> key) {
		System.out.printf("%n%-42s%8s%8s%12s%8s%8s%8s%n", by, "points", "passed", "not reached", "ghosts", "stuck",
				"other");
		Map<String, List<Outcome>> groups = this.outcomes.stream()
			.collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
		groups.forEach(Report::line);
	}

	private static void line(String name, List<Outcome> group) {
		Map<Verdict, Long> counts = group.stream()
			.collect(Collectors.groupingBy(Outcome::verdict, TreeMap::new, Collectors.counting()));
		long passed = counts.getOrDefault(Verdict.PASSED, 0L);
		long missed = counts.getOrDefault(Verdict.NOT_REACHED, 0L);
		long ghosts = counts.getOrDefault(Verdict.GHOST, 0L);
		long stuck = counts.getOrDefault(Verdict.STUCK, 0L);
		System.out.printf("%-42s%8d%8d%12d%8d%8d%8d%n", name, group.size(), passed, missed, ghosts, stuck,
				group.size() - passed - missed - ghosts - stuck);
	}

}
