package io.zkhelper.test.memory;

import java.time.Duration;

import io.zkhelper.session.Cancellable;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Moment;

/**
 * A loop whose tasks hold the monitor of the ensemble, so that tests can look in from
 * other threads.
 *
 * @param loop the loop
 * @param monitor the monitor
 */
record GuardedLoop(EventLoop loop, SimulatedEnsemble monitor) implements EventLoop {

	@Override
	public Moment now() {
		return this.loop.now();
	}

	@Override
	public String newIdentity() {
		return this.loop.newIdentity();
	}

	@Override
	public void execute(Runnable task) {
		this.loop.execute(() -> run(task));
	}

	@Override
	public Cancellable schedule(Duration delay, Runnable task) {
		return this.loop.schedule(delay, () -> run(task));
	}

	@Override
	public Cancellable scheduleBeyond(Duration delay, Runnable task) {
		return this.loop.scheduleBeyond(delay, () -> run(task));
	}

	private void run(Runnable task) {
		synchronized (this.monitor) {
			task.run();
		}
	}

	@Override
	public void shutdown() {
		this.loop.shutdown();
	}

}
