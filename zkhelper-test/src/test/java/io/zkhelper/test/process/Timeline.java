package io.zkhelper.test.process;

import java.time.Duration;
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
 * @param writes what became of their fenced writes
 * @param closed the processes that were closed in order
 */
record Timeline(List<Run> runs, List<Event> events, List<Writes> writes, Set<String> closed) {

	List<String> violations() {
		return Stream.of(overlaps(), stepsBack(), returns(), unpaired(), lateWrites()).flatMap(List::stream).toList();
	}

	/**
	 * At most one process observes that it leads, at any instant (I1).
	 */
	List<String> overlaps() {
		return overlapping()
			.map((pair) -> "I1: for %s ms both %s, and %s".formatted(Stamp.millis(pair.nanos(), 0),
					pair.one().describe(origin()), pair.other().describe(origin())))
			.toList();
	}

	/**
	 * How long two of them surely led at the same time, for each such time.
	 */
	List<Duration> overlapLengths() {
		return overlapping().map((pair) -> Duration.ofNanos(pair.nanos())).toList();
	}

	private Stream<Pair> overlapping() {
		List<Run> terms = terms();
		return terms.stream()
			.flatMap((one) -> terms.stream()
				.filter((other) -> one.process().compareTo(other.process()) < 0 && one.overlaps(other))
				.map((other) -> new Pair(one, other)));
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
	 * A fenced store accepts no write below its maximum, and refuses nobody who leads
	 * (I3).
	 */
	List<String> lateWrites() {
		Stream<String> late = this.writes.stream()
			.flatMap((old) -> this.writes.stream()
				.filter((newer) -> newer.token().isNewerThan(old.token()) && old.lastAfterFirstOf(newer))
				.map((newer) -> "I3: %s was accepted after %s".formatted(old, newer)));
		Stream<String> breaches = this.writes.stream()
			.filter((write) -> write.breaches() > 0)
			.map((write) -> "I3: refused though it led: " + write);
		return Stream.concat(late, breaches).toList();
	}

	/**
	 * Answers of one process that it leads still, given so long after it was frozen that
	 * the lease of then was surely over.
	 * @param process the process
	 * @param frozen when it was frozen
	 * @param over when the lease was over
	 */
	List<Run> stale(String process, long frozen, long over) {
		return this.runs.stream()
			.filter((run) -> run.process().equals(process) && run.to() > over)
			.filter((run) -> began(run) <= frozen || (run.resumed() && run.term() == 0 && run.from() > frozen))
			.toList();
	}

	private long began(Run run) {
		return this.runs.stream()
			.filter((other) -> other.isSameTermAs(run))
			.mapToLong(Run::from)
			.min()
			.orElse(run.from());
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

	/**
	 * How often one term has followed another.
	 */
	int changes() {
		return (int) this.runs.stream().mapToLong(Run::term).filter((term) -> term != 0).distinct().count() - 1;
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

	/**
	 * Two that led at the same time.
	 */
	private record Pair(Run one, Run other) {

		// A single answer has a place in time, and no length
		long nanos() {
			return Math.max(0, Math.min(this.one.to(), this.other.to()) - Math.max(this.one.from(), this.other.from()));
		}

	}

}
