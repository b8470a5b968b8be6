package io.zkhelper.test.lock;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import io.zkhelper.lock.HeldLock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An attempt to take a lock, as its caller sees it.
 */
final class Attempt {

	private final String lock;

	private final CompletableFuture<HeldLock> result;

	Attempt(String lock, CompletionStage<HeldLock> result) {
		this.lock = lock;
		this.result = result.toCompletableFuture();
	}

	String lock() {
		return this.lock;
	}

	boolean isOver() {
		return this.result.isDone();
	}

	boolean isGranted() {
		return this.result.isDone() && !this.result.isCompletedExceptionally();
	}

	/**
	 * Whether somebody who asked right now would see the lock held.
	 */
	boolean isHeld() {
		return isGranted() && held().isValid();
	}

	HeldLock held() {
		assertThat(this.result).isDone();
		return this.result.join();
	}

	/**
	 * Return why the lock was not to be had.
	 */
	Throwable failure() {
		assertThat(this.result).isCompletedExceptionally();
		Throwable failure = this.result.handle((held, ex) -> ex).join();
		return (failure instanceof CompletionException && failure.getCause() != null) ? failure.getCause() : failure;
	}

	<T extends Throwable> T failure(Class<T> type) {
		assertThat(failure()).isInstanceOf(type);
		return type.cast(failure());
	}

	boolean cancel() {
		return this.result.cancel(false);
	}

	/**
	 * Want the lock no more, held or not.
	 */
	void end() {
		// To look first would miss a grant that comes in between
		if (!cancel() && isGranted()) {
			held().close();
		}
	}

}
