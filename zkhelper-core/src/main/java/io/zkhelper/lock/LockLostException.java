package io.zkhelper.lock;

/**
 * A lock was used after it was lost, or the session in which it was waited for has ended.
 *
 * @since 1.0.0
 */
public class LockLostException extends LockException {

	private static final long serialVersionUID = 1L;

	private final LockLoss reason;

	LockLostException(String lockName, String what, LockLoss reason) {
		super(lockName, "Lock '%s' %s, because %s".formatted(lockName, what, reason.description()));
		this.reason = reason;
	}

	/**
	 * Return why it was lost.
	 * @return the reason
	 */
	public LockLoss reason() {
		return this.reason;
	}

	static LockLostException whileHeld(String lockName, LockLoss reason) {
		return new LockLostException(lockName, "is held no more", reason);
	}

	static LockLostException whileWaiting(String lockName, LockLoss reason) {
		return new LockLostException(lockName, "was not acquired and the place in its queue is lost", reason);
	}

}
