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

	/**
	 * Create the exception.
	 * @param lockName the name of the lock
	 * @param timeout how long it was waited for
	 * @param why who had it, how many were ahead, or that nobody knows
	 * @param obstacle what is known about who had it
	 */
	LockTimeoutException(String lockName, Duration timeout, Obstacle obstacle) {
		super(lockName, "Lock '%s' was not acquired within %s: %s".formatted(lockName, timeout, obstacle));
		this.timeout = timeout;
		this.holder = obstacle.holder();
		this.ahead = obstacle.ahead();
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
