package io.zkhelper.lock;

/**
 * How the nodes of a lock are named.
 *
 * @since 1.0.0
 */
public enum NodeNaming {

	/**
	 * With an identity, by which a process finds its node after an answer was lost. The
	 * form is that of Curator.
	 */
	PROTECTED,

	/**
	 * As {@code lock-0000000001}, for the time in which others take part who know no
	 * other names and sort them as texts. Never mix both under one lock: those others
	 * would put the protected ones first. A name may be used again after the directory
	 * was reaped, so that {@link HeldLock#guard()} is weaker than with protected names.
	 */
	PLAIN

}
