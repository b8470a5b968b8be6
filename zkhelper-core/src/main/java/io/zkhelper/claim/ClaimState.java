package io.zkhelper.claim;

import java.util.Optional;

/**
 * Where a claim stands. Each event returns the next state; a state that does not mention
 * an event stays as it is.
 */
sealed interface ClaimState permits ClaimState.Joining, ClaimState.Searching, Queued, ClaimState.Abandoning,
		ClaimState.Leaving, ClaimState.Ended {

	/**
	 * The server has created the node.
	 * @param own the node
	 * @return the next state
	 */
	default ClaimState onCreated(Contender own) {
		return this;
	}

	/**
	 * Nobody knows whether the server has created the node.
	 * @return the next state
	 */
	default ClaimState onCreateUnknown() {
		return this;
	}

	/**
	 * The search after an unknown outcome has come to a result.
	 * @param own the node, empty if there is none
	 * @return the next state
	 */
	default ClaimState onSearched(Optional<Contender> own) {
		return this;
	}

	/**
	 * The queue was read.
	 * @param place where the own node stands
	 * @return the next state
	 */
	default ClaimState onQueueRead(Place place) {
		return this;
	}

	/**
	 * Something that the place in the queue rests on has changed or gone.
	 * @return the next state
	 */
	default ClaimState onWatchFired() {
		return this;
	}

	/**
	 * The node that is waited for has gone.
	 * @return the next state
	 */
	default ClaimState onNextGone() {
		return onWatchFired();
	}

	/**
	 * A committed transaction has named the own node, after it was first in the queue.
	 * @return the next state
	 */
	default ClaimState onConfirmed() {
		return this;
	}

	/**
	 * The lease has run out.
	 * @return the next state
	 */
	default ClaimState onLapsed() {
		return this;
	}

	/**
	 * The own node is gone.
	 * @return the next state
	 */
	default ClaimState onNodeGone() {
		return new Ended(EndReason.NODE_GONE);
	}

	/**
	 * The contender wants to leave.
	 * @return the next state
	 */
	ClaimState onLeave();

	/**
	 * Return the own node.
	 * @return the node, empty while none is known
	 */
	default Optional<Contender> own() {
		return Optional.empty();
	}

	/**
	 * The node is being created.
	 */
	record Joining() implements ClaimState {

		@Override
		public ClaimState onCreated(Contender own) {
			return new Queued.Unplaced(own);
		}

		@Override
		public ClaimState onCreateUnknown() {
			return new Searching();
		}

		@Override
		public ClaimState onLeave() {
			return new Abandoning();
		}

	}

	/**
	 * The node may have been created; it is being looked for.
	 */
	record Searching() implements ClaimState {

		@Override
		public ClaimState onSearched(Optional<Contender> own) {
			return own.<ClaimState>map(Queued.Unplaced::new).orElseGet(Joining::new);
		}

		@Override
		public ClaimState onLeave() {
			return new Abandoning();
		}

	}

	/**
	 * On the way out with a node that may or may not exist, or may be about to.
	 */
	record Abandoning() implements ClaimState {

		@Override
		public ClaimState onCreated(Contender own) {
			return new Leaving(own);
		}

		@Override
		public ClaimState onCreateUnknown() {
			return this;
		}

		@Override
		public ClaimState onSearched(Optional<Contender> own) {
			return own.<ClaimState>map(Leaving::new).orElseGet(() -> new Ended(EndReason.LEFT));
		}

		@Override
		public ClaimState onLeave() {
			return this;
		}

	}

	/**
	 * On the way out: the node is being deleted.
	 *
	 * @param contender the own node
	 */
	record Leaving(Contender contender) implements ClaimState {

		@Override
		public ClaimState onNodeGone() {
			return new Ended(EndReason.LEFT);
		}

		@Override
		public ClaimState onLeave() {
			return this;
		}

		@Override
		public Optional<Contender> own() {
			return Optional.of(this.contender);
		}

	}

	/**
	 * It is over.
	 *
	 * @param reason why
	 */
	record Ended(EndReason reason) implements ClaimState {

		@Override
		public ClaimState onNodeGone() {
			return this;
		}

		@Override
		public ClaimState onLeave() {
			return this;
		}

	}

}
