package io.zkhelper.lock;

/**
 * How often a process has passed a lock on among its own threads, and whether it may do
 * so again: without end while it is alone, a limited number of times once another process
 * waits.
 */
final class HandOvers {

	private static final int MAX_WHILE_OTHERS_WAIT = 64;

	private int count;

	private boolean othersWait;

	private int left;

	/**
	 * Begin anew, with another node.
	 * @param othersWait whether other processes wait already
	 */
	void begin(boolean othersWait) {
		this.count = 0;
		this.othersWait = false;
		if (othersWait) {
			onNewcomer();
		}
	}

	/**
	 * Another process has come.
	 */
	void onNewcomer() {
		if (!this.othersWait) {
			this.othersWait = true;
			this.left = MAX_WHILE_OTHERS_WAIT;
		}
	}

	boolean othersWait() {
		return this.othersWait;
	}

	boolean mayGoOn() {
		return this.count == 0 || ((!this.othersWait || this.left > 0) && this.count < Integer.MAX_VALUE);
	}

	/**
	 * Count a hand-over.
	 * @return its number, 0 for the first grant
	 */
	int next() {
		if (this.othersWait && this.count > 0) {
			this.left--;
		}
		return this.count++;
	}

}
