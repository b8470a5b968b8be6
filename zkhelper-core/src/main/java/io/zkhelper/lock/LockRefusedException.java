package io.zkhelper.lock;

/**
 * The servers, or the client, refuse to take part in the queue of a lock.
 *
 * @since 1.0.0
 */
public class LockRefusedException extends LockException {

	private static final long serialVersionUID = 1L;

	LockRefusedException(String lockName, String why) {
		super(lockName, "Lock '%s' can't be acquired: %s".formatted(lockName, why));
	}

}
