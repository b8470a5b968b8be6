package io.zkhelper.test.memory;

import java.time.Duration;

import io.zkhelper.session.EventLoop;

/**
 * How long a client has neither sent nor heard anything, and what ZooKeeper's client
 * concludes from that: ping after a third of the session timeout, leave the server after
 * two thirds without hearing from it, give the session up after four thirds.
 */
final class ClientClock {

	private final EventLoop loop;

	private final int servers;

	private long timeout;

	private long lastSent;

	private long lastHeard;

	ClientClock(EventLoop loop, int servers, Duration timeout) {
		this.loop = loop;
		this.servers = servers;
		this.timeout = timeout.toNanos();
		this.lastSent = now();
		this.lastHeard = now();
	}

	private long now() {
		return this.loop.now().nanos();
	}

	void sent() {
		this.lastSent = now();
	}

	void heard() {
		this.lastHeard = now();
	}

	void granted(Duration timeout) {
		this.timeout = timeout.toNanos();
		heard();
	}

	boolean isPingDue() {
		return untilPing() <= 0;
	}

	boolean isTooSilent(boolean connected) {
		return untilTooSilent(connected) <= 0;
	}

	boolean mustHaveExpired() {
		return untilExpired() <= 0;
	}

	private long untilPing() {
		return this.timeout / 3 - (now() - this.lastSent);
	}

	private long untilTooSilent(boolean connected) {
		return connected ? this.timeout * 2 / 3 - (now() - this.lastHeard)
				: this.timeout / this.servers - (now() - this.lastSent);
	}

	private long untilExpired() {
		return this.timeout * 4 / 3 - (now() - this.lastHeard);
	}

	Duration untilNextCheck(boolean connected) {
		long next = this.timeout;
		next = earlier(next, untilTooSilent(connected));
		next = earlier(next, untilExpired());
		next = connected ? earlier(next, untilPing()) : next;
		return Duration.ofNanos(next);
	}

	// What is over already is not what the client waits for
	private static long earlier(long one, long other) {
		return (other > 0 && other < one) ? other : one;
	}

}
