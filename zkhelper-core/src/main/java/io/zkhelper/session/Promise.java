package io.zkhelper.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/**
 * Something that the engine will complete and users may hang work on, which then runs on
 * the executor for listeners and never on the event loop.
 *
 * @param <T> the type of the result
 * @since 1.0.0
 */
public final class Promise<T> {

	private final Executor executor;

	private final CompletableFuture<T> future = new CompletableFuture<>();

	/**
	 * Create a promise.
	 * @param executor runs what users hang on it
	 */
	public Promise(Executor executor) {
		this.executor = executor;
	}

	/**
	 * Return what a stage has failed with, without what stages and futures wrap around
	 * it.
	 * @param failure the failure, as a stage hands it on or a future throws it
	 * @return its cause
	 */
	public static Throwable causeOf(Throwable failure) {
		@Nullable Throwable cause = failure.getCause();
		boolean wraps = failure instanceof CompletionException || failure instanceof ExecutionException;
		return (wraps && cause != null) ? causeOf(cause) : failure;
	}

	/**
	 * Keep the promise. A second call does nothing.
	 * @param result the result
	 */
	public void keep(T result) {
		this.executor.execute(() -> this.future.complete(result));
	}

	/**
	 * Break the promise. Does nothing once it is kept or broken.
	 * @param why the reason
	 */
	public void fail(Throwable why) {
		this.executor.execute(() -> this.future.completeExceptionally(why));
	}

	/**
	 * Return what users get: theirs to wait for, not to complete.
	 * @return the stage
	 */
	public CompletionStage<T> stage() {
		return this.future.minimalCompletionStage();
	}

}
