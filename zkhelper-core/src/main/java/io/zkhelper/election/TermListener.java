package io.zkhelper.election;

/**
 * Is told on the event loop how its participant fares: in order, each time after it has
 * happened, and never in the middle of it. Unlike a {@link LeadershipListener} it does
 * not depend on any executor of users.
 */
interface TermListener {

	/**
	 * A term was granted. It may be over by now.
	 */
	default void onGranted(ActiveTerm term) {
	}

	/**
	 * An orderly end of the term has begun: nothing but work in flight stands in its way.
	 */
	default void onDraining() {
	}

	/**
	 * The term is over.
	 */
	default void onRevoked(LossReason reason) {
	}

	/**
	 * Something has happened that does not belong to an undisturbed election.
	 */
	default void onTrouble(ElectionTrouble trouble) {
	}

	/**
	 * The participant is to take part no more, until started again.
	 */
	default void onStopped() {
	}

	/**
	 * The participant will never take part again.
	 */
	default void onClosed() {
	}

}
