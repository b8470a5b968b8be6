package io.zkhelper.boot.guard;

import org.jspecify.annotations.Nullable;

/**
 * Lets calls of one method through, or has them skipped.
 *
 * @since 1.0.0
 */
public interface Gate {

	/**
	 * Return whether callers want an exception instead of a skipped call.
	 * @return {@code true} if they do
	 */
	boolean isThrowing();

	/**
	 * Return the method to call instead of a skipped one.
	 * @return its name, empty for none
	 */
	String fallbackMethod();

	/**
	 * There is a bean with the method.
	 */
	default void used() {
	}

	/**
	 * Somebody calls the method.
	 * @param arguments the arguments of the call
	 * @return the attempt to let it through
	 */
	Attempt attempt(@Nullable Object[] arguments);

}
