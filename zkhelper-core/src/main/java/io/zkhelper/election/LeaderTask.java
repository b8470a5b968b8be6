package io.zkhelper.election;

/**
 * Something that one participant does while it leads, see {@link LeaderElection#run}.
 *
 * @since 1.0.0
 */
@FunctionalInterface
public interface LeaderTask {

	/**
	 * Do it, on the executor for listeners. Called once for each term, and never again
	 * before the call before has ended.
	 * <p>
	 * The thread is interrupted when the term is over, or is to end in an orderly way:
	 * then the method has to return soon, by whatever way. In an orderly end the others
	 * wait for it up to the drain timeout, and {@link Leadership#isValid()} stays
	 * {@code true}; otherwise it is {@code false} by then, and another participant may
	 * lead.
	 * @param leadership the term
	 * @return what follows when the task ends by itself; without meaning once it was
	 * interrupted
	 * @throws Exception if the task has failed: leadership is given up, and the
	 * participant returns to the queue after a delay that doubles from failure to failure
	 */
	TaskResult run(Leadership leadership) throws Exception;

	/**
	 * The task was interrupted and has not ended in time. The participant stays out of
	 * the queue until it does. Called on the executor for listeners, once for each call
	 * of {@link #run}, also when the client was closed in the meantime.
	 * @param overdue says so; its stack trace is that of the task
	 */
	default void onOverdue(TaskDidNotStopException overdue) {
	}

}
