package io.zkhelper.boot.guard;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A call that wants to be let through. Where callers want an exception, it is thrown here
 * in place of an empty answer.
 *
 * @since 1.0.0
 */
public interface Attempt {

	/**
	 * Let the call through, if it may run. May hold up the thread.
	 * @param cancel asks the call to stop, later on
	 * @return what the call runs with, empty if it has to be skipped
	 * @throws InterruptedException if the thread is interrupted
	 */
	Optional<Pass> enter(Runnable cancel) throws InterruptedException;

	/**
	 * As {@link #enter}, without holding up the thread.
	 * @param cancel asks the call to stop, later on
	 * @return what {@link #enter} returns, or throws; to cancel it gives up
	 */
	CompletableFuture<Optional<Pass>> enterLater(Runnable cancel);

}
