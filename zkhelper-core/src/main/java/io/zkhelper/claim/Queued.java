package io.zkhelper.claim;

import java.util.List;
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
		public ClaimState onQueueRead(List<Contender> queue) {
			int place = queue.indexOf(this.contender);
			if (place < 0) {
				return new Ended(EndReason.NODE_GONE);
			}
			return (place == 0) ? new Confirming(this.contender) : new Waiting(this.contender, queue.get(place - 1));
		}

	}

	/**
	 * Somebody is ahead.
	 *
	 * @param contender the own node
	 * @param watched the node right ahead of it
	 */
	record Waiting(Contender contender, Contender watched) implements Queued {

		@Override
		public ClaimState onWatchFired() {
			return new Unplaced(this.contender);
		}

		@Override
		public ClaimState onQueueRead(List<Contender> queue) {
			return new Unplaced(this.contender).onQueueRead(queue);
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
