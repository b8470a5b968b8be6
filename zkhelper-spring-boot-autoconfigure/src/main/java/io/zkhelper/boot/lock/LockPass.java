package io.zkhelper.boot.lock;

import io.zkhelper.boot.guard.Pass;
import io.zkhelper.fence.NamedToken;
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
	public NamedToken token() {
		return new NamedToken(this.held.name(), this.held.token());
	}

	@Override
	public void end(boolean succeeded) {
		this.held.close();
	}

}
