package io.zkhelper.boot.guard;

import io.zkhelper.fence.NamedToken;
import org.jspecify.annotations.Nullable;

/**
 * What a call runs with, until it ends.
 *
 * @since 1.0.0
 */
public interface Pass {

	/**
	 * Return what parameters are filled in with.
	 * @return the value
	 */
	Object value();

	/**
	 * Return the token of what is held, for resources to compare.
	 * @return the token with the name of the election or the lock
	 */
	NamedToken token();

	/**
	 * Run the method on this thread.
	 * @param body the method
	 * @return what it returns
	 * @throws Throwable what it throws
	 */
	default @Nullable Object run(Body body) throws Throwable {
		return body.proceed();
	}

	/**
	 * The call has ended: the method has returned, or what it returned has completed.
	 * Called once.
	 * @param succeeded whether nothing was thrown
	 */
	void end(boolean succeeded);

	/**
	 * A method that was let through.
	 *
	 * @since 1.0.0
	 */
	@FunctionalInterface
	interface Body {

		/**
		 * Run the method.
		 * @return what it returns
		 * @throws Throwable what it throws
		 */
		@Nullable Object proceed() throws Throwable;

	}

}
