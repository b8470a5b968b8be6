package io.zkhelper.boot.guard;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

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
