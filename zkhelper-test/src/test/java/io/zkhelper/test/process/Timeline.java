package io.zkhelper.test.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What all processes of an election saw, and which of the promises that breaks.
 *
 * @param runs when their checks answered true
 * @param events what their listeners were told, in order for each process
 * @param closed the processes that were closed in order
 */
record Timeline(List<Run> runs, List<Event> events, Set<String> closed) {

	List<String> violations() {
		return Stream.of(overlaps(), stepsBack(), returns(), unpaired()).flatMap(List::stream).toList();
	}

	/**
	 * At most one process observes that it leads, at any instant (I1).
	 */
	List<String> overlaps() {
		List<Run> terms = terms();
		return terms.stream()
			.flatMap((one) -> terms.stream()
				.filter((other) -> one.process().compareTo(other.process()) < 0 && one.overlaps(other))
				.map((other) -> "I1: for %s ms both %s, and %s".formatted(overlapMillis(one, other),
						one.describe(origin()), other.describe(origin()))))
			.toList();
	}

	private static String overlapMillis(Run one, Run other) {
		return Stamp.millis(Math.min(one.to(), other.to()), Math.max(one.from(), other.from()));
	}

	/**
	 * Terms and tokens strictly increase in the order in which the terms began (I2).
	 */
	List<String> stepsBack() {
		List<Run> terms = terms().stream().filter((run) -> run.term() != 0).toList();
		return IntStream.range(1, terms.size())
			.filter((i) -> !isSuccession(terms.get(i - 1), terms.get(i)))
			.mapToObj((i) -> "I2: %s, and then %s".formatted(terms.get(i - 1).describe(origin()),
					terms.get(i).describe(origin())))
			.toList();
	}

	private static boolean isSuccession(Run one, Run next) {
		return next.term() > one.term() && next.token().isNewerThan(one.token());
	}

	/**
	 * Whoever answered no does not answer yes again in the same term.
	 */
	List<String> returns() {
		return this.runs.stream()
			.filter((run) -> !run.resumed())
			.filter((run) -> this.runs.stream()
				.anyMatch((other) -> other.isSameTermAs(run) && other.from() < run.from()))
			.map((run) -> "Back in a term that was over: " + run.describe(origin()))
			.toList();
	}

	/**
	 * Each grant is followed by one revocation before the next grant (I6).
	 */
	List<String> unpaired() {
		Map<String, List<Event>> byProcess = this.events.stream()
			.collect(Collectors.groupingBy(Event::process, TreeMap::new, Collectors.toList()));
		return byProcess.entrySet()
			.stream()
			.filter((entry) -> !isPaired(entry.getValue(), this.closed.contains(entry.getKey())))
			.map((entry) -> "I6: the events of %s do not come in pairs".formatted(entry.getKey()))
			.toList();
	}

	private static boolean isPaired(List<Event> events, boolean closed) {
		boolean lastIsGrant = events.size() % 2 == 1;
		return IntStream.range(0, events.size() / 2).allMatch((i) -> events.get(2 * i + 1).ends(events.get(2 * i)))
				&& (!lastIsGrant || (!closed && events.get(events.size() - 1).kind() == Event.Kind.GRANTED));
	}

	/**
	 * One run for each term, in order of their beginnings. Those of an unknown term stay
	 * alone.
	 */
	List<Run> terms() {
		List<Run> terms = new ArrayList<>();
		for (Run run : this.runs) {
			int known = IntStream.range(0, terms.size())
				.filter((i) -> terms.get(i).isSameTermAs(run))
				.findFirst()
				.orElse(-1);
			if (known < 0) {
				terms.add(run);
			}
			else {
				terms.set(known, terms.get(known).joinedWith(run));
			}
		}
		terms.sort(Comparator.comparingLong(Run::from));
		return terms;
	}

	private long origin() {
		return LongStream.concat(this.runs.stream().mapToLong(Run::from), this.events.stream().mapToLong(Event::at))
			.min()
			.orElse(0);
	}

	@Override
	public String toString() {
		Map<Long, String> lines = new TreeMap<>();
		this.runs.forEach((run) -> lines.merge(run.from(), run.describe(origin()), Timeline::joined));
		this.events.forEach((event) -> lines.merge(event.at(), event.describe(origin()), Timeline::joined));
		return lines.values().stream().collect(Collectors.joining("\n  ", "Timeline:\n  ", "\n"));
	}

	private static String joined(String one, String other) {
		return one + "\n  " + other;
	}

}
