package io.zkhelper.test.simulation;

import java.time.Duration;

import io.zkhelper.session.Cancellable;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Moment;

/**
 * The loop of a process, which outlives the clients of that process.
 *
 * @param loop the loop
 */
record LastingLoop(EventLoop loop) implements EventLoop {

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
		this.loop.execute(task);
	}

	@Override
	public Cancellable schedule(Duration delay, Runnable task) {
		return this.loop.schedule(delay, task);
	}

	@Override
	public Cancellable scheduleBeyond(Duration delay, Runnable task) {
		return this.loop.scheduleBeyond(delay, task);
	}

	@Override
	public void shutdown() {
		// Another client may come, or be there
	}

}
