package io.zkhelper.election;

import org.jspecify.annotations.Nullable;

/**
 * How one call of a task has ended.
 *
 * @param result what it returned, without meaning if it has failed
 * @param failure what it threw, {@code null} if it returned
 */
record TaskEnd(TaskResult result, @Nullable Throwable failure) {

	/**
	 * Call a task, on this thread.
	 */
	static TaskEnd of(LeaderTask task, Leadership leadership) {
		try {
			return new TaskEnd(task.run(leadership), null);
		}
		// Errors as well: who can't go on makes way for others, and says why
		catch (Throwable ex) {
			return new TaskEnd(TaskResult.REJOIN, ex);
		}
	}

}
