package io.zkhelper.test.time;

/**
 * A clock that runs at a rate of its own against virtual time. All times are nanoseconds.
 */
final class Ticker {

	private double rate = 1;

	private long virtualBase;

	private long base;

	Ticker(long virtualNow) {
		this.virtualBase = virtualNow;
	}

	long at(long virtualNow) {
		return this.base + (long) (this.rate * (virtualNow - this.virtualBase));
	}

	void setRate(long virtualNow, double rate) {
		if (!(rate >= 0)) {
			throw new IllegalArgumentException("'rate' must not be negative but was " + rate);
		}
		this.base = at(virtualNow);
		this.virtualBase = virtualNow;
		this.rate = rate;
	}

	void jump(long nanos) {
		this.base += nanos;
	}

	/**
	 * Return the virtual time at which this clock will show a time if nobody touches it.
	 */
	long whenItShows(long time, long virtualNow) {
		long remaining = time - at(virtualNow);
		if (remaining <= 0) {
			return virtualNow;
		}
		if (this.rate == 0) {
			return Long.MAX_VALUE;
		}
		long when = virtualNow + (long) Math.ceil(remaining / this.rate);
		// What rounding has lost
		while (at(when) < time) {
			when++;
		}
		return when;
	}

}
