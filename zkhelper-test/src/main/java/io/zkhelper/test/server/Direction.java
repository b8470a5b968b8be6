package io.zkhelper.test.server;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whether, and how late, bytes travel one way through a proxy.
 */
final class Direction {

	private final Lock lock = new ReentrantLock();

	private final Condition opened = this.lock.newCondition();

	private boolean open = true;

	private volatile long delayNanos;

	void open() {
		set(true);
	}

	void silence() {
		set(false);
	}

	private void set(boolean open) {
		this.lock.lock();
		try {
			this.open = open;
			this.opened.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	void awaitOpen() throws InterruptedException {
		this.lock.lockInterruptibly();
		try {
			while (!this.open) {
				this.opened.await();
			}
		}
		finally {
			this.lock.unlock();
		}
	}

	void delay(Duration delay) {
		this.delayNanos = delay.toNanos();
	}

	long delayNanos() {
		return this.delayNanos;
	}

}
