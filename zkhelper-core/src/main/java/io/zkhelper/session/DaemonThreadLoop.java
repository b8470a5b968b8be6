package io.zkhelper.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Delayed;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event loop of production: one daemon thread and the machine's clocks.
 */
final class DaemonThreadLoop implements EventLoop {

	private static final Logger logger = LoggerFactory.getLogger(DaemonThreadLoop.class);

	private static final Duration KEEP_ALIVE = Duration.ofMillis(100);

	private final ScheduledThreadPoolExecutor thread;

	// Timers that a shutdown does not end
	private final Set<Future<?>> lasting = ConcurrentHashMap.newKeySet();

	private volatile boolean over;

	DaemonThreadLoop(String name) {
		this.thread = new ScheduledThreadPoolExecutor(1, (task) -> {
			Thread thread = new Thread(task, name);
			thread.setDaemon(true);
			return thread;
		});
		this.thread.setRemoveOnCancelPolicy(true);
	}

	@Override
	public Moment now() {
		return new Moment(System.nanoTime(), Instant.now());
	}

	@Override
	public void execute(Runnable task) {
		this.thread.execute(() -> run(task));
	}

	@Override
	public Cancellable schedule(Duration delay, Runnable task) {
		if (this.over) {
			return () -> {
			};
		}
		Future<?> timer = timer(delay, task);
		return () -> timer.cancel(false);
	}

	@Override
	public Cancellable scheduleBeyond(Duration delay, Runnable task) {
		this.lasting.removeIf(Future::isDone);
		Future<?> timer = timer(delay, task);
		this.lasting.add(timer);
		return () -> timer.cancel(false);
	}

	private Future<?> timer(Duration delay, Runnable task) {
		return this.thread.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
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

	// Without timers the thread ends soon, and is there again when somebody asks; for a
	// timer that lasts it stays
	@Override
	public void shutdown() {
		this.over = true;
		this.thread.getQueue()
			.removeIf((task) -> ((Delayed) task).getDelay(TimeUnit.NANOSECONDS) > 0 && !this.lasting.contains(task));
		this.thread.setKeepAliveTime(KEEP_ALIVE.toNanos(), TimeUnit.NANOSECONDS);
		this.thread.allowCoreThreadTimeOut(true);
	}

}
