package io.zkhelper.election;

import java.util.concurrent.CompletionStage;

/**
 * A {@link LeaderTask} that runs whenever its participant leads, until it is closed.
 *
 * @since 1.0.0
 */
public interface TaskRun extends AutoCloseable {

	/**
	 * Return whether the task is at work.
	 * @return {@code true} from the moment it was handed to a thread until it has ended
	 */
	boolean isRunning();

	/**
	 * Return what completes when the task will not run any more: it has left, it was
	 * closed, or the election was.
	 * @return the end to come; exceptionally with what the task threw last if it was
	 * restarted often enough, and with {@link ElectionEndedException} if the election
	 * failed fast
	 */
	CompletionStage<Void> ended();

	/**
	 * Interrupt the task, leave the election, and wait until both are done. Returns at
	 * once if the task itself calls it, and if everything has ended already. An interrupt
	 * ends the wait, nothing else.
	 * @throws TaskDidNotStopException if the task has not ended in time; it will not run
	 * again
	 */
	@Override
	void close();

}
