package io.zkhelper.claim;

/**
 * Where a contender stands in a queue that was read.
 *
 * @since 1.0.0
 */
public sealed interface Place {

	/**
	 * Return whether somebody at another place would wait for the same to happen.
	 * @param other the other place
	 * @return {@code true} if it makes no difference
	 */
	default boolean isWaitedForLike(Place other) {
		return equals(other);
	}

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

		@Override
		public boolean isWaitedForLike(Place other) {
			return other instanceof Behind behind && behind.next.equals(this.next);
		}

	}

	/**
	 * Behind several, each of which may make room.
	 *
	 * @since 1.0.0
	 */
	record Crowded() implements Place {
	}

}
