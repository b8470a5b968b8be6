package io.zkhelper.lock;

import java.util.List;

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

	private LockOrder() {
	}

	/**
	 * Return whether a contender has the lock, or is about to, by its place in the queue.
	 */
	static boolean holds(Contender contender, List<Contender> queue) {
		return precedenceOf(contender).placeOf(contender, queue) instanceof Place.First;
	}

	private static Precedence precedenceOf(Contender contender) {
		if (contender.name().contains(READ_MARKER)) {
			return READ;
		}
		return PermitOrder.isAskedBy(contender) ? PermitOrder.BY_NAMES : EXCLUSIVE;
	}

}
