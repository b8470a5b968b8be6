package io.zkhelper.boot.guard;

import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.jspecify.annotations.Nullable;

import org.springframework.core.KotlinDetector;
import org.springframework.core.ReactiveAdapterRegistry;

/**
 * How calls of methods with a certain kind of return type are run and skipped.
 */
interface CallStyle {

	/** By name, since Reactor may be absent. */
	Set<String> REACTIVE = Set.of("reactor.core.publisher.Mono", "reactor.core.publisher.Flux");

	/**
	 * Return whether there is a value that says "nothing".
	 * @return {@code true} if there is
	 */
	boolean hasEmptyValue();

	/**
	 * Run a call, or skip it.
	 * @param call the call
	 * @return what the caller gets
	 * @throws Throwable what the method throws
	 */
	@Nullable Object run(GuardedCall call) throws Throwable;

	/**
	 * Return whether a method goes on after it has returned, and nobody can tell when it
	 * is done.
	 * @param method the method
	 * @return {@code true} if no style fits
	 */
	static boolean endsUnseen(Method method) {
		Class<?> returnType = method.getReturnType();
		boolean seen = CompletionStage.class.isAssignableFrom(returnType) || REACTIVE.contains(returnType.getName());
		return KotlinDetector.isSuspendingFunction(method)
				|| (!seen && ReactiveAdapterRegistry.getSharedInstance().getAdapter(returnType) != null);
	}

	static CallStyle of(Class<?> returnType) {
		if (returnType == void.class || returnType == Void.class) {
			return new DirectStyle(true, null);
		}
		if (returnType == Optional.class) {
			return new DirectStyle(true, Optional.empty());
		}
		if (returnType != Object.class && returnType.isAssignableFrom(CompletableFuture.class)) {
			return new StageStyle();
		}
		return REACTIVE.contains(returnType.getName()) ? ReactiveStyle.of(returnType) : new DirectStyle(false, null);
	}

}
