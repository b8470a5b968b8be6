package io.zkhelper.test.simulation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much of which locks somebody takes.
 *
 * @param kind what is held together with those of the same kind
 * @param names the names of the locks
 * @param weight how many permits
 */
record Share(Kind kind, Set<String> names, int weight) {

	static final int PERMITS = 3;

	static final String NAME = "ledger";

	/** With whom a lock is shared. */
	enum Kind {

		WRITES, READS, TAKES_PERMITS

	}

	static Share writes() {
		return new Share(Kind.WRITES, Set.of(NAME), PERMITS);
	}

	/**
	 * Return whether some may be held at the same time, as far as one name goes.
	 */
	static boolean areCompatible(String name, List<Share> all) {
		List<Share> shares = all.stream().filter((share) -> share.names().contains(name)).toList();
		Set<Kind> kinds = shares.stream().map(Share::kind).collect(Collectors.toSet());
		return shares.size() < 2 || kinds.equals(Set.of(Kind.READS)) || (kinds.equals(Set.of(Kind.TAKES_PERMITS))
				&& shares.stream().mapToInt(Share::weight).sum() <= PERMITS);
	}

	@Override
	public String toString() {
		return "%s %s %d".formatted(this.kind, this.names, this.weight);
	}

}
