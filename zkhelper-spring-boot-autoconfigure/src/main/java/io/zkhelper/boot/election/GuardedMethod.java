package io.zkhelper.boot.election;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

import io.zkhelper.election.Leadership;
import org.jspecify.annotations.Nullable;

/**
 * A method that runs on the leader only.
 *
 * @param method the method of the bean's class
 * @param election the name of the election, empty for the default one
 * @param onSkip what the caller of a skipped call gets
 * @param fallback the method to call instead
 * @param style how calls are run and skipped
 */
record GuardedMethod(Method method, String election, OnSkip onSkip, @Nullable Method fallback, CallStyle style) {

	/**
	 * Return the arguments with a term in place of each parameter of that type.
	 * @param arguments the arguments of the caller
	 * @param leadership the term
	 * @return other arguments
	 */
	@Nullable Object[] withLeadership(@Nullable Object[] arguments, Leadership leadership) {
		@Nullable Object[] filled = arguments.clone();
		for (int i = 0; i < filled.length; i++) {
			if (isLeadership(i)) {
				filled[i] = leadership;
			}
		}
		return filled;
	}

	/**
	 * Return the arguments for the fallback method, which gets no term.
	 * @param arguments the arguments of the caller
	 * @return other arguments
	 */
	@Nullable Object[] withoutLeadership(@Nullable Object[] arguments) {
		List<@Nullable Object> remaining = new ArrayList<>();
		for (int i = 0; i < arguments.length; i++) {
			if (!isLeadership(i)) {
				remaining.add(arguments[i]);
			}
		}
		return remaining.toArray();
	}

	private boolean isLeadership(int index) {
		return this.method.getParameterTypes()[index] == Leadership.class;
	}

}
