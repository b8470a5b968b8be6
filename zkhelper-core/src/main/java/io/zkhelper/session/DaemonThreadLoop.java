package io.zkhelper.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event loop of production: one daemon thread and the machine's clocks.
 */
final class DaemonThreadLoop implements EventLoop {

	private static final Logger logger = LoggerFactory.getLogger(DaemonThreadLoop.class);

	private final ScheduledThreadPoolExecutor thread;

	DaemonThreadLoop(String name) {
		this.thread = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, name);
			thread.setDaemon(true);
			return thread;
		});
		this.thread.setRemoveOnCancelPolicy(true);
		this.thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
	}

	@Override
	public Moment now() {
		return new Moment(System.nanoTime(), Instant.now());
	}

	@Override
	public void execute(Runnable task) {
		try {
			this.thread.execute(() -> run(task));
		}
		catch (RejectedExecutionException ex) {
			logger.debug("A task came after the end of the event loop", ex);
		}
	}

	@Override
	public Cancellable schedule(Duration delay, Runnable task) {
		try {
			ScheduledFuture<?> future = this.thread.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
			return () -> future.cancel(false);
		}
		catch (RejectedExecutionException ex) {
			logger.debug("A task came after the end of the event loop", ex);
			return () -> {
			};
		}
	}

	// The loop goes on whatever a task throws: a bug in one recipe must not stop the
	// heartbeats of the others
	private static void run(Runnable task) {
		try {
			task.run();
		}
		catch (RuntimeException | Error ex) {
			logger.error("A task of the event loop has failed, which is a bug", ex);
		}
	}

	@Override
	public void shutdown() {
		this.thread.shutdown();
	}

}
