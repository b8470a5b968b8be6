package io.zkhelper.tree;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Counts how often something was tried, and makes whoever tries again too soon wait: from
 * 10 ms on, twice as long each time up to a quarter of a second, of which half is random.
 * Not longer, since each failure means that somebody else was successful.
 */
final class Attempts {

	private static final long FIRST_MILLIS = 10;

	private static final long LIMIT_MILLIS = 250;

	private final int limit;

	private final String what;

	private int made;

	Attempts(int limit, String what) {
		this.limit = limit;
		this.what = what;
	}

	/**
	 * Begin an attempt, after a pause unless it is the first one.
	 * @param path what it is about, or what spoilt the one before
	 * @throws TreeChangedException if there were as many as there may be
	 */
	void begin(String path) throws InterruptedException {
		if (this.made == this.limit) {
			throw new TreeChangedException(this.what, path, this.made);
		}
		if (this.made++ > 0) {
			pause(this.made - 2);
		}
	}

	int made() {
		return this.made;
	}

	/**
	 * Wait on the thread of the caller.
	 * @param before how many pauses there were
	 */
	static void pause(int before) throws InterruptedException {
		long most = Math.min(LIMIT_MILLIS, FIRST_MILLIS << Math.min(before, 10));
		TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
	}

}
