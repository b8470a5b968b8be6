package io.zkhelper.claim;

import java.util.List;

/**
 * Who has to go before a contender may hold.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface Precedence {

	/** Everybody ahead has to go; the queue is read again after every change. */
	Precedence EVERYBODY_AHEAD = (place, queue) -> new Place.Behind(queue.get(place - 1), false);

	/**
	 * Look at what is ahead.
	 * @param place how many are ahead of the own node, at least one
	 * @param queue the whole queue, in order
	 * @return where the contender stands
	 */
	Place behind(int place, List<Contender> queue);

	/**
	 * Return where a contender stands.
	 * @param own the contender
	 * @param queue the whole queue, in order
	 * @return the place
	 */
	default Place placeOf(Contender own, List<Contender> queue) {
		int place = queue.indexOf(own);
		if (place < 0) {
			return new Place.Gone();
		}
		return (place == 0) ? new Place.First() : behind(place, queue);
	}

}
