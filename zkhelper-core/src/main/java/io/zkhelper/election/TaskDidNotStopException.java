package io.zkhelper.election;

import java.time.Duration;

/**
 * A {@link LeaderTask} was interrupted and has not ended in time. The stack trace is that
 * of the task at that moment.
 *
 * @since 1.0.0
 */
public final class TaskDidNotStopException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String election;

	/**
	 * Create the exception.
	 * @param election the name of the election
	 * @param stopTimeout how long the task had
	 * @param trace where the task was
	 */
	public TaskDidNotStopException(String election, Duration stopTimeout, StackTraceElement[] trace) {
		super("The task of election '%s' has not ended within %s of being interrupted, and this participant stays out of the queue until it does: let the task end on an interrupt, or give it a longer 'stopTimeout'"
			.formatted(election, stopTimeout));
		this.election = election;
		setStackTrace(trace);
	}

	/**
	 * Return the name of the election.
	 * @return the name
	 */
	public String election() {
		return this.election;
	}

}
