package io.zkhelper.lock;

import io.zkhelper.session.Promise;

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
	 * Return why an asynchronous attempt has failed, to be thrown by who waits for it.
	 * @param failure what it was completed with, or what wraps that
	 * @return the cause
	 */
	static RuntimeException causeOf(Throwable failure) {
		return (Promise.causeOf(failure) instanceof RuntimeException cause) ? cause
				: new IllegalStateException("An attempt to take a lock has failed", failure);
	}

	/**
	 * Return the name of the lock.
	 * @return the name
	 */
	public String lockName() {
		return this.lockName;
	}

}
