package io.zkhelper.election;

import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * One call of a task, which can be interrupted as long as it runs and not any more: its
 * thread may belong to others then.
 */
final class TaskCall {

	private static final StackTraceElement[] NOWHERE = new StackTraceElement[0];

	private final LeaderWork work;

	// Sees to it that no interrupt comes too late
	private final FutureTask<TaskEnd> interruptible;

	private volatile @Nullable Thread thread;

	// Stays as it is if the call is interrupted before it begins
	private TaskEnd end = new TaskEnd(TaskResult.REJOIN, null);

	/**
	 * Create a call.
	 * @param task the task
	 * @param work keeps the term from ending before the call
	 */
	TaskCall(LeaderTask task, LeaderWork work) {
		this.work = work;
		this.interruptible = new FutureTask<>(() -> this.end = TaskEnd.of(task, work.leadership()));
	}

	/**
	 * Hand it to a thread.
	 * @param done takes how it has ended, on that thread
	 */
	void start(Executor executor, Consumer<TaskEnd> done) {
		executor.execute(() -> {
			this.thread = Thread.currentThread();
			this.interruptible.run();
			this.thread = null;
			// An interrupt that the task has not taken is not for whoever comes next
			Thread.interrupted();
			this.work.close();
			done.accept(this.end);
		});
	}

	void interrupt() {
		this.interruptible.cancel(true);
	}

	boolean isCalling() {
		return Thread.currentThread() == this.thread;
	}

	StackTraceElement[] trace() {
		Thread current = this.thread;
		return (current != null) ? current.getStackTrace() : NOWHERE;
	}

}
