package io.zkhelper.boot.lock;

/**
 * What the caller gets when the lock was not to be had.
 *
 * @since 1.0.0
 */
public enum OnBusy {

	/**
	 * Nothing, in the words of the return type: {@code void} returns, {@code Optional},
	 * {@code Mono} and {@code Flux} are empty, a {@code CompletionStage} completes with
	 * {@code null}. Other return types are refused at start-up.
	 */
	EMPTY,

	/** A {@link io.zkhelper.lock.LockTimeoutException}, which knows who has the lock. */
	THROW

}
