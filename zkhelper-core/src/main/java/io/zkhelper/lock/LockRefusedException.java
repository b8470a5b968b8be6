package io.zkhelper.lock;

/**
 * The servers, or the client, refuse to take part in the queue of a lock.
 *
 * @since 1.0.0
 */
public class LockRefusedException extends LockException {

	private static final long serialVersionUID = 1L;

	LockRefusedException(String lockName, String why) {
		this(lockName, "acquired", why);
	}

	/**
	 * Create the exception.
	 * @param lockName the name of the lock
	 * @param what what can't be done to it: a participle
	 * @param why the reason
	 */
	LockRefusedException(String lockName, String what, String why) {
		super(lockName, "Lock '%s' can't be %s: %s".formatted(lockName, what, why));
	}

}
