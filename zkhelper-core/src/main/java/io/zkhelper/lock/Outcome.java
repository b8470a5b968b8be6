package io.zkhelper.lock;

import java.util.function.Supplier;

/**
 * What has become of a request.
 */
sealed interface Outcome {

	/**
	 * The lock is held.
	 *
	 * @param hold the hold
	 */
	record Granted(LockHold hold) implements Outcome {
	}

	/**
	 * Somebody else has it, and nobody wants to wait.
	 */
	record Busy() implements Outcome {
	}

	/**
	 * It can't be had.
	 *
	 * @param why makes the exception, on the thread that gets it
	 */
	record Failed(Supplier<? extends LockException> why) implements Outcome {
	}

}
