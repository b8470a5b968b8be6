package io.zkhelper.claim;

/**
 * Where a contender stands in a queue that was read.
 *
 * @since 1.0.0
 */
public sealed interface Place {

	/**
	 * Nowhere: the own node is gone.
	 *
	 * @since 1.0.0
	 */
	record Gone() implements Place {
	}

	/**
	 * Nobody is in the way.
	 *
	 * @since 1.0.0
	 */
	record First() implements Place {
	}

	/**
	 * Behind another contender, whose end is to be waited for.
	 *
	 * @param next the other contender
	 * @param sole whether nobody else is in the way, nor can be, so that the end of that
	 * one needs no second read
	 * @since 1.0.0
	 */
	record Behind(Contender next, boolean sole) implements Place {
	}

	/**
	 * Behind several, each of which may make room.
	 *
	 * @since 1.0.0
	 */
	record Crowded() implements Place {
	}

}
