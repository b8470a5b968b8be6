package io.zkhelper.boot.election;

import io.zkhelper.election.ElectionState;
import io.zkhelper.election.ElectionView;

/**
 * How a call of a guarded method ended.
 *
 * @since 1.0.0
 */
public enum ExecutionOutcome {

	/** It ran and returned. */
	EXECUTED,

	/** It ran and threw. */
	FAILED,

	/** Skipped: another instance leads. */
	SKIPPED_OTHER_LEADS,

	/** Skipped: nobody leads. */
	SKIPPED_NOBODY_LEADS,

	/** Skipped: this instance has no connection to the servers. */
	SKIPPED_DISCONNECTED,

	/** Skipped: this instance is about to give leadership up. */
	SKIPPED_DRAINING,

	/** Skipped: this instance was paused. */
	SKIPPED_PAUSED,

	/** Skipped: this instance has not joined, or has left. */
	SKIPPED_NOT_JOINED;

	/**
	 * Return whether the method did not run.
	 * @return {@code true} if it did not
	 */
	public boolean isSkipped() {
		return this != EXECUTED && this != FAILED;
	}

	static ExecutionOutcome skipped(ElectionView view) {
		return switch (view.state()) {
			case IDLE -> SKIPPED_NOT_JOINED;
			case PAUSED -> SKIPPED_PAUSED;
			case DRAINING -> SKIPPED_DRAINING;
			default -> skippedWhileJoined(view);
		};
	}

	private static ExecutionOutcome skippedWhileJoined(ElectionView view) {
		if (view.stale() || view.state() == ElectionState.JOINING) {
			return SKIPPED_DISCONNECTED;
		}
		boolean otherLeads = view.leader().isPresent() && view.state() != ElectionState.LEADING;
		return otherLeads ? SKIPPED_OTHER_LEADS : SKIPPED_NOBODY_LEADS;
	}

}
