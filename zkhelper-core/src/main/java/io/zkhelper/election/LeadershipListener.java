package io.zkhelper.election;

/**
 * Is told of leadership gained and lost, and of every change of leader.
 * <p>
 * Called on an executor for listeners, one call after the other and in order: state
 * first, event after. Each grant is followed by exactly one revocation, also at close. A
 * listener that is added late gets the current state at once. One that blocks delays only
 * itself; it misses no grant and no revocation, but may skip views that are out of date.
 * What it throws is logged.
 *
 * @since 1.0.0
 */
public interface LeadershipListener {

	/**
	 * This participant was granted a term. By the time of the call it may be over.
	 * @param leadership the term
	 */
	default void onGranted(Leadership leadership) {
	}

	/**
	 * A term of this participant is over.
	 * @param leadership the term that was granted before
	 * @param reason why it ended
	 */
	default void onRevoked(Leadership leadership, LossReason reason) {
	}

	/**
	 * Another participant leads, or nobody. Called on every instance, the leader's
	 * included.
	 * @param view the election as this instance sees it
	 */
	default void onLeaderChanged(ElectionView view) {
	}

	/**
	 * The election was to {@linkplain ElectionOptions#withFailFast fail fast}, and has
	 * met with trouble: this participant takes part no more. The revocation of a term
	 * comes before; nothing comes after.
	 * @param failure what has happened
	 */
	default void onFailed(ElectionEndedException failure) {
	}

}
