package io.zkhelper.session;

import java.time.Duration;

/**
 * A node that is held: the heartbeat names it, and its lease says whether it still is.
 * All methods are for the event loop.
 *
 * @since 1.0.0
 */
public final class Hold {

	private final Heartbeat heartbeat;

	private final String path;

	private final Duration length;

	private final Lease lease;

	private final HoldListener listener;

	private Cancellable timer = () -> {
	};

	Hold(Heartbeat heartbeat, String path, Duration length, Lease lease, HoldListener listener) {
		this.heartbeat = heartbeat;
		this.path = path;
		this.length = length;
		this.lease = lease;
		this.listener = listener;
	}

	/**
	 * Return the lease, which any thread may ask.
	 * @return the lease
	 */
	public Lease lease() {
		return this.lease;
	}

	/**
	 * Name the node in no more heartbeats, because its delete is on its way. The lease
	 * runs on until somebody ends it.
	 */
	public void release() {
		this.heartbeat.remove(this);
	}

	/**
	 * Somebody waits for the deadline, instead of who did before.
	 */
	void watched(Cancellable timer) {
		this.timer.cancel();
		this.timer = timer;
	}

	String path() {
		return this.path;
	}

	Duration length() {
		return this.length;
	}

	void end(HoldEnd why) {
		this.lease.end();
		this.heartbeat.remove(this);
		this.listener.onEnd(why);
	}

}
