package io.zkhelper.lock;

import io.zkhelper.claim.NodeForm;
import io.zkhelper.claim.Precedence;

/**
 * One kind of contender in the queue of one lock.
 *
 * @param name the name of the lock
 * @param directory its queue
 * @param kind what kind of lock it is
 * @param form what the nodes look like
 * @param precedence who has to go first
 * @param options how the lock is taken and kept
 */
record LockSpec(String name, String directory, LocalLock.Kind kind, NodeForm form, Precedence precedence,
		LockOptions options) {

	/**
	 * What stands for the name in meters.
	 */
	String template() {
		return this.options.template().orElse("");
	}

	// Asked for at each acquisition, where all of the options would take longer than the
	// rest
	@Override
	public int hashCode() {
		return this.name.hashCode();
	}

}
