package io.zkhelper.test.fault;

import java.util.function.BooleanSupplier;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.election.Leadership;
import io.zkhelper.lock.HeldLock;

/**
 * A lock or a leadership that somebody was granted. Once it is over, it stays so.
 *
 * @param owner who has it
 * @param weight how much of what there is
 * @param token its token
 * @param valid whether it is held still
 */
record Held(String owner, int weight, FencingToken token, BooleanSupplier valid) {

	static Held of(String owner, int weight, HeldLock lock) {
		return new Held(owner, weight, lock.token(), lock::isValid);
	}

	static Held of(String owner, Leadership leadership) {
		return new Held(owner, 1, leadership.token(), leadership::isValid);
	}

	boolean isValid() {
		return this.valid.getAsBoolean();
	}

	@Override
	public String toString() {
		return this.owner + " by " + this.token;
	}

}
