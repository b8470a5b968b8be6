package io.zkhelper.lock;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in one task at a time, on the thread that brings it. Nobody waits: who comes while
 * somebody is inside leaves the task to that one. So what tasks share needs no lock, and
 * costs next to nothing where nobody else comes.
 */
final class Turnstile {

	private static final Logger logger = LoggerFactory.getLogger(DistributedLocks.class);

	/** So many tasks of others nobody has to run before going on. */
	private static final int SHIFT = 1000;

	private final Executor relief;

	private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

	private final AtomicInteger pending = new AtomicInteger();

	/**
	 * Create a turnstile.
	 * @param relief takes over from who would never come out, because others come all the
	 * time
	 */
	Turnstile(Executor relief) {
		this.relief = relief;
	}

	/**
	 * Run a task, or have it run by who is inside. Tasks must be short, must not wait and
	 * must not call what users have written.
	 * @param task the task
	 */
	void enter(Runnable task) {
		this.tasks.add(task);
		if (this.pending.getAndIncrement() == 0) {
			work();
		}
	}

	private void work() {
		for (int i = 0; i < SHIFT; i++) {
			run(this.tasks.remove());
			if (this.pending.decrementAndGet() == 0) {
				return;
			}
		}
		this.relief.execute(this::work);
	}

	private static void run(Runnable task) {
		try {
			task.run();
		}
		catch (RuntimeException | Error ex) {
			logger.error("A task of a lock has failed, which is a bug", ex);
		}
	}

}
