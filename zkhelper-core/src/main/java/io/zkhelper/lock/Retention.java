package io.zkhelper.lock;

import java.time.Duration;

import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Moment;

/**
 * For how long a lock that nobody uses is still kept. For one thread at a time.
 */
final class Retention {

	private final Duration length;

	private final EventLoop loop;

	private final Runnable onTimer;

	private Moment idleSince;

	private boolean timed;

	/**
	 * Create a retention.
	 * @param length how long, zero for not at all
	 * @param loop the clocks
	 * @param onTimer called, on the event loop, when it is time to ask {@link #isOver()}
	 */
	Retention(Duration length, EventLoop loop, Runnable onTimer) {
		this.length = length;
		this.loop = loop;
		this.onTimer = onTimer;
		this.idleSince = loop.now();
	}

	boolean isOn() {
		return !this.length.isZero();
	}

	/**
	 * The lock is not used any more.
	 */
	void begin() {
		this.idleSince = this.loop.now();
		askLater();
	}

	// One timer is enough, however often the lock is used in the meantime
	private void askLater() {
		if (!this.timed) {
			this.timed = true;
			this.loop.schedule(this.length.minus(idle()), this.onTimer);
		}
	}

	private Duration idle() {
		return this.loop.now().since(this.idleSince);
	}

	/**
	 * Return whether the lock, unused, is to go, after the timer has called; otherwise it
	 * will call again.
	 */
	boolean isOver() {
		boolean over = idle().compareTo(this.length) >= 0;
		if (!over) {
			askLater();
		}
		return over;
	}

	/**
	 * The timer has called.
	 */
	void timerCalled() {
		this.timed = false;
	}

}
