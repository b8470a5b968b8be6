package io.zkhelper.lock;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.zkhelper.claim.Contender;
import io.zkhelper.claim.Place;
import io.zkhelper.claim.Precedence;

/**
 * Who is in whose way in the queue of a lock. What kind of contender a node is stands in
 * its name; those of others count as exclusive. So locks of all kinds that have the same
 * name exclude each other.
 */
final class LockOrder {

	/** What comes before the number in the name of an exclusive contender. */
	static final String EXCLUSIVE_MARKER = "-lock-";

	static final String READ_MARKER = "-read-lock-";

	static final String WRITE_MARKER = "-write-lock-";

	private static final Pattern PERMITS = Pattern.compile(".*-permits-(\\d{1,9})-of-(\\d{1,9})-lock-.*");

	/**
	 * Everybody ahead has to go. Who is alone with one ahead is next for sure, unless
	 * that one writes: it may leave a reader at its place.
	 */
	static final Precedence EXCLUSIVE = (place, queue) -> {
		Contender next = queue.get(place - 1);
		return new Place.Behind(next, place == 1 && !next.name().contains(WRITE_MARKER));
	};

	/**
	 * All have to go who are ahead and don't read; the nearest of them goes last.
	 */
	static final Precedence READ = (place, queue) -> {
		for (int i = place - 1; i >= 0; i--) {
			if (!queue.get(i).name().contains(READ_MARKER)) {
				return new Place.Behind(queue.get(i), false);
			}
		}
		return new Place.First();
	};

	/**
	 * There have to be permits enough for all ahead, and for the own node.
	 */
	static final Precedence PERMIT = (place, queue) -> {
		List<Contender> counted = queue.subList(0, place + 1);
		long limit = counted.stream().mapToLong(LockOrder::limit).min().orElseThrow();
		long wanted = counted.stream().mapToLong((contender) -> Math.min(permits(contender), Integer.MAX_VALUE)).sum();
		return (wanted <= limit) ? new Place.First() : new Place.Crowded();
	};

	private LockOrder() {
	}

	static String permitMarker(int permits, int limit) {
		return "-permits-%d-of-%d-lock-".formatted(permits, limit);
	}

	/**
	 * How many permits a contender wants; who does not say so wants all.
	 */
	static long permits(Contender contender) {
		Matcher matcher = PERMITS.matcher(contender.name());
		return matcher.matches() ? Long.parseLong(matcher.group(1)) : Integer.MAX_VALUE;
	}

	/**
	 * How many permits a contender believes there are.
	 */
	static long limit(Contender contender) {
		Matcher matcher = PERMITS.matcher(contender.name());
		return matcher.matches() ? Long.parseLong(matcher.group(2)) : Integer.MAX_VALUE;
	}

}
