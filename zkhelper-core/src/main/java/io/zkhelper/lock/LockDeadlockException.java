package io.zkhelper.lock;

/**
 * A thread has asked for a lock that it would wait for itself to release.
 *
 * @since 1.0.0
 */
public class LockDeadlockException extends LockException {

	private static final long serialVersionUID = 1L;

	LockDeadlockException(String lockName, String why) {
		super(lockName, "Thread '%s' would wait for itself to release lock '%s': %s"
			.formatted(Thread.currentThread().getName(), lockName, why));
	}

}
