package io.zkhelper.session;

import java.time.Duration;
import java.time.Instant;

/**
 * Clocks that a test moves by hand. Tasks are not run.
 */
class ManualLoop implements EventLoop {

	private Moment now = new Moment(0, Instant.EPOCH);

	void pass(Duration duration) {
		this.now = this.now.plus(duration);
	}

	void pass(Duration monotonic, Duration wall) {
		this.now = new Moment(this.now.nanos() + monotonic.toNanos(), this.now.wall().plus(wall));
	}

	@Override
	public Moment now() {
		return this.now;
	}

	@Override
	public Cancellable schedule(Duration delay, Runnable task) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Cancellable scheduleBeyond(Duration delay, Runnable task) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void execute(Runnable task) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void shutdown() {
		throw new UnsupportedOperationException();
	}

}
