package io.zkhelper.boot.guard;

import org.jspecify.annotations.Nullable;

/**
 * Interrupts a thread while it runs a method, and never afterwards: it may run something
 * else by then.
 */
class Interruption {

	private @Nullable Thread thread;

	private boolean interrupted;

	Interruption(Thread thread) {
		this.thread = thread;
	}

	synchronized void interrupt() {
		if (this.thread != null) {
			this.interrupted = true;
			this.thread.interrupt();
		}
	}

	/**
	 * The method is done: called by the thread itself.
	 */
	synchronized void end() {
		this.thread = null;
		if (this.interrupted) {
			Thread.interrupted();
		}
	}

}
