package io.zkhelper.lock;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.zkhelper.claim.Contender;
import io.zkhelper.claim.Place;
import io.zkhelper.claim.Precedence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * There have to be permits enough for all ahead and for the own node. Each node says in
 * its name how many it wants, and how many it believes there are.
 */
final class PermitOrder implements Precedence {

	private static final Logger logger = LoggerFactory.getLogger(DistributedLocks.class);

	/** The order by what the names say, whatever this process believes. */
	static final Precedence BY_NAMES = (place, queue) -> (wanted(place, queue) <= limit(place, queue))
			? new Place.First() : new Place.Crowded();

	/** The names have nine digits for it. */
	private static final int MOST = 999_999_999;

	private static final Pattern PERMITS = Pattern.compile(".*-permits-(\\d{1,9})-of-(\\d{1,9})-lock-.*");

	private final String name;

	private final int limit;

	private final AtomicBoolean warned = new AtomicBoolean();

	/**
	 * Create the order of a semaphore.
	 * @param name its name
	 * @param limit how many permits this process believes there are
	 * @throws IllegalArgumentException if that can't be
	 */
	PermitOrder(String name, int limit) {
		requirePossible(limit);
		this.name = name;
		this.limit = limit;
	}

	static void requirePossible(int limit) {
		if (limit < 1 || limit > MOST) {
			throw new IllegalArgumentException(
					"'permits' must be at least 1 and at most %d but was %d".formatted(MOST, limit));
		}
	}

	/**
	 * Return what comes before the number in the name of a node.
	 */
	static String marker(int permits, int limit) {
		return "-permits-%d-of-%d-lock-".formatted(permits, limit);
	}

	@Override
	public Place behind(int place, List<Contender> queue) {
		long limit = limit(place, queue);
		if (limit != this.limit && this.warned.compareAndSet(false, true)) {
			logger.warn(
					"Semaphore '{}' has {} permits here and {} elsewhere: the smaller number counts. Let all say the same",
					this.name, this.limit, limit);
		}
		return BY_NAMES.behind(place, queue);
	}

	/**
	 * Return whether a contender asks for permits.
	 */
	static boolean isAskedBy(Contender contender) {
		return PERMITS.matcher(contender.name()).matches();
	}

	private static long limit(int place, List<Contender> queue) {
		return queue.subList(0, place + 1).stream().mapToLong((contender) -> number(contender, 2)).min().orElseThrow();
	}

	private static long wanted(int place, List<Contender> queue) {
		return queue.subList(0, place + 1).stream().mapToLong((contender) -> number(contender, 1)).sum();
	}

	// Who does not say so wants all
	private static long number(Contender contender, int group) {
		Matcher matcher = PERMITS.matcher(contender.name());
		return matcher.matches() ? Long.parseLong(matcher.group(group)) : Integer.MAX_VALUE;
	}

}
