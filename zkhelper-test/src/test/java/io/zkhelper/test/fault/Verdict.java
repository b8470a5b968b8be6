package io.zkhelper.test.fault;

/**
 * How a course has ended.
 */
enum Verdict {

	/** As it should. */
	PASSED,

	/** As it should, but without its fault: the request did not come. */
	NOT_REACHED,

	/** A node is left that belongs to nobody. */
	GHOST,

	/** Somebody was neither granted nor told. */
	STUCK,

	/** Two held at the same time. */
	OVERLAP,

	/** A later holder had no greater token. */
	TOKENS,

	/** Grants and ends did not alternate. */
	EVENTS,

	/** Something else went wrong. */
	FAILED;

	boolean isViolation() {
		return this != PASSED && this != NOT_REACHED;
	}

}
