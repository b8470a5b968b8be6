package io.zkhelper.test.memory;

import io.zkhelper.session.EventLoop;

/**
 * Where a server writes what it must not forget: in order, each after a while. A disk
 * that takes no time is done at once.
 */
final class Disk {

	private final Latency latency;

	private final Channel writes;

	Disk(EventLoop loop, Latency latency) {
		this.latency = latency;
		this.writes = new Channel(loop, latency);
	}

	void write(Runnable written) {
		if (this.latency.isZero()) {
			written.run();
		}
		else {
			this.writes.send(written);
		}
	}

	/**
	 * Crash: what is not written yet is lost.
	 */
	void drop() {
		this.writes.drop();
	}

}
