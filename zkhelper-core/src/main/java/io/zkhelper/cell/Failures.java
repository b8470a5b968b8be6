package io.zkhelper.cell;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

import io.zkhelper.session.NodeException;
import io.zkhelper.session.Promise;
import io.zkhelper.session.ZnodeError;
import org.jspecify.annotations.Nullable;

/**
 * What to do about requests that were refused.
 */
final class Failures {

	private Failures() {
	}

	static boolean isRefused(Throwable failure, ZnodeError error) {
		return Promise.causeOf(failure) instanceof NodeException refused && refused.error() == error;
	}

	/**
	 * Do something else where a request was refused with an error.
	 */
	static <T> CompletionStage<T> instead(CompletionStage<T> request, ZnodeError error,
			Supplier<CompletionStage<T>> other) {
		return request.handle((value, failure) -> then(value, failure, error, other)).thenCompose(Function.identity());
	}

	private static <T> CompletionStage<T> then(@Nullable T value, @Nullable Throwable failure, ZnodeError error,
			Supplier<CompletionStage<T>> other) {
		if (failure == null) {
			return CompletableFuture.completedStage(value);
		}
		return isRefused(failure, error) ? other.get() : CompletableFuture.failedStage(Promise.causeOf(failure));
	}

	/**
	 * Return what was asked for, empty where there is no node.
	 */
	static <T> CompletionStage<Optional<T>> find(CompletionStage<T> request) {
		return instead(request.thenApply(Optional::of), ZnodeError.NO_NODE,
				() -> CompletableFuture.completedStage(Optional.empty()));
	}

	/**
	 * Go on in the same way where a request was refused with an error.
	 */
	static CompletionStage<Boolean> unless(CompletionStage<?> request, ZnodeError error) {
		return instead(request.thenApply((value) -> true), error, () -> CompletableFuture.completedStage(false));
	}

}
