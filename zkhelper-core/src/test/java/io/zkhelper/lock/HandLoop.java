package io.zkhelper.lock;

import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import io.zkhelper.session.Cancellable;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Moment;

/**
 * An event loop without a thread: tasks are run by whoever asks for it, one thread at a
 * time. No time passes, so that timers never call.
 */
public class HandLoop implements EventLoop {

	private static final Moment NOW = new Moment(0, Instant.EPOCH);

	private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

	private final AtomicInteger identities = new AtomicInteger();

	/**
	 * Run what there is, and what comes of it.
	 */
	public void runAll() {
		Runnable task = this.tasks.poll();
		while (task != null) {
			task.run();
			task = this.tasks.poll();
		}
	}

	@Override
	public void execute(Runnable task) {
		this.tasks.add(task);
	}

	@Override
	public Moment now() {
		return NOW;
	}

	@Override
	public String newIdentity() {
		String digits = Integer.toString(1000 + this.identities.incrementAndGet());
		return "00000000-0000-0000-0000-00000000" + digits;
	}

	@Override
	public Cancellable schedule(Duration delay, Runnable task) {
		return () -> {
		};
	}

	@Override
	public Cancellable scheduleBeyond(Duration delay, Runnable task) {
		return schedule(delay, task);
	}

	@Override
	public void shutdown() {
		this.tasks.clear();
	}

}
