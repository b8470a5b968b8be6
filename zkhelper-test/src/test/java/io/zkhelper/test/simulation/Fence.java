package io.zkhelper.test.simulation;

import io.zkhelper.claim.FencingToken;

/**
 * A store that refuses older tokens (I3). Who has the right to write at this moment must
 * never be refused, or tokens do not grow from holder to holder (I2).
 */
final class Fence {

	private final Trace trace;

	private FencingToken newest = new FencingToken(1, 0);

	Fence(Trace trace) {
		this.trace = trace;
	}

	void write(FencingToken token) {
		if (this.newest.isNewerThan(token)) {
			this.trace.violated("I2", "token " + token + " after " + this.newest);
		}
		else {
			this.newest = token;
		}
	}

}
