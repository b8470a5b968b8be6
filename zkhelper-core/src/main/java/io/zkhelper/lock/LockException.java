package io.zkhelper.lock;

/**
 * A lock could not be had, or is held no more.
 *
 * @since 1.0.0
 */
public abstract class LockException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String lockName;

	LockException(String lockName, String message) {
		super(message);
		this.lockName = lockName;
	}

	/**
	 * Return the name of the lock.
	 * @return the name
	 */
	public String lockName() {
		return this.lockName;
	}

}
