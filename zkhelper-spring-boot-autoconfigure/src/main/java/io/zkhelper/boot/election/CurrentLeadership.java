package io.zkhelper.boot.election;

import io.zkhelper.election.Leadership;

/**
 * The term under which the guarded method on this thread runs. For methods that can't
 * declare a parameter, such as {@code @Scheduled} ones: inject this bean and ask it.
 * <p>
 * Not known to threads that the method starts, nor to reactive operators: read it first
 * and hand it on.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface CurrentLeadership {

	/**
	 * Return the term of the innermost {@link LeaderOnly} method on this thread. It stays
	 * that term, also if the term ends meanwhile.
	 * @return the term
	 * @throws IllegalStateException if no such method runs on this thread
	 */
	Leadership get();

}
