package io.zkhelper.lock;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A lock was not to be had in time.
 *
 * @since 1.0.0
 */
public class LockTimeoutException extends LockException {

	private static final long serialVersionUID = 1L;

	private final Duration timeout;

	private final transient @Nullable LockOwner holder;

	private final int ahead;

	private final String why;

	/**
	 * Create the exception.
	 * @param lockName the name of the lock
	 * @param timeout how long it was waited for
	 * @param obstacle what is known about who had it
	 */
	LockTimeoutException(String lockName, Duration timeout, Obstacle obstacle) {
		super(lockName, "Lock '%s' was not acquired within %s: %s".formatted(lockName, timeout, obstacle));
		this.timeout = timeout;
		this.holder = obstacle.holder();
		this.ahead = obstacle.ahead();
		this.why = obstacle.toString();
	}

	/**
	 * Create the exception for several locks.
	 * @param lockNames the names of the locks
	 * @param timeout how long they were waited for
	 * @param part what happened to the one that was not to be had
	 */
	LockTimeoutException(String lockNames, Duration timeout, LockTimeoutException part) {
		super(lockNames, "Lock '%s' was not acquired within %s, because '%s' was not: %s".formatted(lockNames, timeout,
				part.lockName(), part.why));
		initCause(part);
		this.timeout = timeout;
		this.holder = part.holder;
		this.ahead = part.ahead;
		this.why = part.why;
	}

	/**
	 * Return how long the lock was waited for.
	 * @return the timeout
	 */
	public Duration timeout() {
		return this.timeout;
	}

	/**
	 * Return who had the lock then; the first of them where several can.
	 * @return the holder, empty if that could not be found out
	 */
	public Optional<LockOwner> holder() {
		return Optional.ofNullable(this.holder);
	}

	/**
	 * Return how many contenders were ahead, the holder among them.
	 * @return the number, 0 if that could not be found out
	 */
	public int ahead() {
		return this.ahead;
	}

}
