package io.zkhelper.claim;

import java.util.Optional;

/**
 * States in which the own node exists and is in the queue.
 */
sealed interface Queued extends ClaimState {

	Contender contender();

	@Override
	default Optional<Contender> own() {
		return Optional.of(contender());
	}

	@Override
	default ClaimState onLeave() {
		return new Leaving(contender());
	}

	/**
	 * The node exists; its place in the queue is not known.
	 *
	 * @param contender the own node
	 */
	record Unplaced(Contender contender) implements Queued {

		@Override
		public ClaimState onQueueRead(Place place) {
			if (place instanceof Place.Gone) {
				return new Ended(EndReason.NODE_GONE);
			}
			return (place instanceof Place.First) ? new Confirming(this.contender) : new Waiting(this.contender, place);
		}

	}

	/**
	 * Somebody is ahead.
	 *
	 * @param contender the own node
	 * @param place behind whom
	 */
	record Waiting(Contender contender, Place place) implements Queued {

		@Override
		public ClaimState onWatchFired() {
			return new Unplaced(this.contender);
		}

		@Override
		public ClaimState onNextGone() {
			boolean first = this.place instanceof Place.Behind behind && behind.sole();
			return first ? new Confirming(this.contender) : new Unplaced(this.contender);
		}

		@Override
		public ClaimState onQueueRead(Place place) {
			return new Unplaced(this.contender).onQueueRead(place);
		}

	}

	/**
	 * First in a queue that was read, which proves nothing before a transaction has
	 * confirmed it.
	 *
	 * @param contender the own node
	 */
	record Confirming(Contender contender) implements Queued {

		@Override
		public ClaimState onWatchFired() {
			return new Unplaced(this.contender);
		}

		@Override
		public ClaimState onConfirmed() {
			return new Holding(this.contender);
		}

	}

	/**
	 * Holds what the queue is for.
	 *
	 * @param contender the own node
	 */
	record Holding(Contender contender) implements Queued {

		@Override
		public ClaimState onLapsed() {
			return new Unplaced(this.contender);
		}

	}

}
