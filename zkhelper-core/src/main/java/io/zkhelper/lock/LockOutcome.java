package io.zkhelper.lock;

/**
 * How an attempt to take a lock has ended.
 *
 * @since 1.0.0
 */
public enum LockOutcome {

	/** The lock is held. */
	ACQUIRED,

	/** It was not to be had in time. */
	TIMED_OUT,

	/** The caller has given up: interrupted, or cancelled. */
	CANCELLED,

	/** The place in the queue was lost, or the servers refused. */
	FAILED

}
