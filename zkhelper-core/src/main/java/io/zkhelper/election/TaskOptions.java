package io.zkhelper.election;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How a {@link LeaderTask} is run.
 *
 * @param stopTimeout how long the task has to end after it was interrupted, before that
 * is an error
 * @param maxRestarts how many times the task is started again after failures in a row;
 * {@code null} for without limit
 * @since 1.0.0
 */
public record TaskOptions(Duration stopTimeout, @Nullable Integer maxRestarts) {

	/** The defaults: ten seconds to stop, and restarts without limit. */
	public static final TaskOptions DEFAULT = new TaskOptions(Duration.ofSeconds(10), null);

	public TaskOptions {
		if (stopTimeout.isNegative() || stopTimeout.isZero()) {
			throw new IllegalArgumentException("'stopTimeout' must be positive but was " + stopTimeout);
		}
		if (maxRestarts != null && maxRestarts < 0) {
			throw new IllegalArgumentException("'maxRestarts' must not be negative but was " + maxRestarts);
		}
	}

	/**
	 * Return these options with another time to stop.
	 * @param stopTimeout how long the task has to end after it was interrupted
	 * @return the other options
	 */
	public TaskOptions withStopTimeout(Duration stopTimeout) {
		return new TaskOptions(stopTimeout, this.maxRestarts);
	}

	/**
	 * Return these options with another number of restarts.
	 * @param maxRestarts how many times the task is started again after failures in a
	 * row; {@code null} for without limit
	 * @return the other options
	 */
	public TaskOptions withMaxRestarts(@Nullable Integer maxRestarts) {
		return new TaskOptions(this.stopTimeout, maxRestarts);
	}

	boolean isRestarted(int failures) {
		return this.maxRestarts == null || failures <= this.maxRestarts;
	}

}
