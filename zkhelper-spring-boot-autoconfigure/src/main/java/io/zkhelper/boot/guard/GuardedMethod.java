package io.zkhelper.boot.guard;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A method that is guarded.
 *
 * @param method the method of the bean's class
 * @param filled the type of parameters that are filled in
 * @param gate lets calls through
 * @param fallback the method to call instead of a skipped one
 * @param style how calls are run and skipped
 */
record GuardedMethod(Method method, Class<?> filled, Gate gate, @Nullable Method fallback, CallStyle style) {

	/**
	 * Return the arguments with a value in place of each parameter to fill in.
	 * @param arguments the arguments of the caller
	 * @param value the value
	 * @return other arguments
	 */
	@Nullable Object[] filled(@Nullable Object[] arguments, Object value) {
		@Nullable Object[] filled = arguments.clone();
		for (int i = 0; i < filled.length; i++) {
			if (isFilled(i)) {
				filled[i] = value;
			}
		}
		return filled;
	}

	/**
	 * Return the arguments for the fallback method, which gets nothing filled in.
	 * @param arguments the arguments of the caller
	 * @return other arguments
	 */
	@Nullable Object[] withoutFilled(@Nullable Object[] arguments) {
		List<@Nullable Object> remaining = new ArrayList<>();
		for (int i = 0; i < arguments.length; i++) {
			if (!isFilled(i)) {
				remaining.add(arguments[i]);
			}
		}
		return remaining.toArray();
	}

	private boolean isFilled(int index) {
		return this.method.getParameterTypes()[index] == this.filled;
	}

	boolean declares(Class<? extends Exception> exception) {
		return Arrays.stream(this.method.getExceptionTypes()).anyMatch((type) -> type.isAssignableFrom(exception));
	}

}
