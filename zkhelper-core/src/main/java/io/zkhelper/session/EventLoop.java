package io.zkhelper.session;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executor;

/**
 * The port through which all time goes, and the one thread on which the engine decides.
 * <p>
 * Tasks run one after the other, in the order in which they were handed in, and never
 * inside {@link #execute(Runnable)}. A task never blocks.
 *
 * @since 1.0.0
 */
public interface EventLoop extends Executor {

	/**
	 * Return the event loop of production: one daemon thread and the machine's clocks.
	 * @param name the name of the thread
	 * @return a running event loop
	 */
	static EventLoop onDaemonThread(String name) {
		return new DaemonThreadLoop(name);
	}

	/**
	 * Return what both clocks show. May be called from any thread.
	 * @return this moment
	 */
	Moment now();

	/**
	 * Return another identity, never returned before. At random, unless a simulation has
	 * to replay.
	 * @return 36 characters in the form of a UUID
	 */
	default String newIdentity() {
		return UUID.randomUUID().toString();
	}

	/**
	 * Run a task later.
	 * @param delay how much later; none or negative for as soon as possible
	 * @param task the task
	 * @return keeps the task from running, if it does not run yet
	 */
	Cancellable schedule(Duration delay, Runnable task);

	/**
	 * Run a task later, even if the loop is shut down before that, or has been: for what
	 * outlives a client. Otherwise as {@link #schedule}.
	 * @param delay how much later
	 * @param task the task
	 * @return keeps the task from running, if it does not run yet
	 */
	Cancellable scheduleBeyond(Duration delay, Runnable task);

	/**
	 * Stop for good: no timer runs any more, but those that go on beyond this. A task
	 * that is handed in afterwards does run, so that who asks what is closed gets an
	 * answer. Called by a task as a rule.
	 */
	void shutdown();

}
