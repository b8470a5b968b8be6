package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import io.zkhelper.session.EventLoop;

/**
 * One direction of a connection: messages arrive in order and late, and in silence not
 * before it ends.
 */
final class Channel {

	private final EventLoop target;

	private final Latency latency;

	private final Queue<Runnable> inFlight = new ConcurrentLinkedQueue<>();

	private final AtomicInteger held = new AtomicInteger();

	private volatile boolean silent;

	private long lastDue = Long.MIN_VALUE;

	Channel(EventLoop target, Latency latency) {
		this.target = target;
		this.latency = latency;
	}

	synchronized void send(Runnable message) {
		this.inFlight.add(message);
		long now = this.target.now().nanos();
		this.lastDue = Math.max(this.lastDue, now + this.latency.nextNanos());
		this.target.schedule(Duration.ofNanos(this.lastDue - now), this::arrive);
	}

	private void arrive() {
		if (this.silent) {
			this.held.incrementAndGet();
			return;
		}
		Runnable message = this.inFlight.poll();
		if (message != null) {
			message.run();
		}
	}

	void silence() {
		this.silent = true;
	}

	void restore() {
		this.silent = false;
		for (int overdue = this.held.getAndSet(0); overdue > 0; overdue--) {
			this.target.execute(this::arrive);
		}
	}

	/**
	 * Lose what is on its way.
	 */
	void drop() {
		this.inFlight.clear();
	}

}
