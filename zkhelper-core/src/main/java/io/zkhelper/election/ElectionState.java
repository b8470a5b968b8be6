package io.zkhelper.election;

/**
 * Where a participant stands in its election.
 *
 * @since 1.0.0
 */
public enum ElectionState {

	/** Not started, stopped, or closed. */
	IDLE,

	/** Waiting for a connection, or to become part of the queue. */
	JOINING,

	/** In the queue; somebody else leads or is about to. */
	FOLLOWING,

	/**
	 * First in the queue, but not leading yet: the term of a predecessor that did not
	 * release has to run out, or the grant is on its way.
	 */
	TAKING_OVER,

	/** Leads. */
	LEADING,

	/** Leads no more for new work; work in flight may finish. */
	DRAINING,

	/**
	 * Out of the queue: until resumed, until a cool-down is over, or until a task has
	 * ended that was told to.
	 */
	PAUSED,

	/** Watches without taking part. */
	OBSERVING

}
