package io.zkhelper.boot.lock;

import io.zkhelper.boot.guard.Pass;
import io.zkhelper.lock.HeldLock;

/**
 * The lock under which a call runs.
 *
 * @param held the lock
 */
record LockPass(HeldLock held) implements Pass {

	@Override
	public Object value() {
		return this.held;
	}

	@Override
	public void end(boolean succeeded) {
		this.held.close();
	}

}
