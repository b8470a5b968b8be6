package io.zkhelper.test.fault;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * A question that is asked again until there is an answer.
 *
 * @param <T> what is asked for
 */
final class Request<T> {

	private final Supplier<CompletionStage<T>> asking;

	private CompletableFuture<T> asked;

	Request(Supplier<CompletionStage<T>> asking) {
		this.asking = asking;
		this.asked = asking.get().toCompletableFuture();
	}

	/**
	 * Say that there is no answer this time.
	 */
	static <T> CompletionStage<T> unanswered() {
		return CompletableFuture.failedStage(new IllegalStateException("Not now"));
	}

	void askAgain() {
		this.asked = this.asking.get().toCompletableFuture();
	}

	boolean isAnswered() {
		if (this.asked.isCompletedExceptionally()) {
			askAgain();
		}
		return this.asked.isDone() && !this.asked.isCompletedExceptionally();
	}

	T answer() {
		return this.asked.join();
	}

}
