package io.zkhelper.test.process;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.election.Leadership;
import io.zkhelper.lock.HeldLock;

/**
 * What distinguishes one time in which a process led, or had the lock, from all others.
 *
 * @param number grows from one to the next
 * @param token the token
 */
record Term(long number, FencingToken token) {

	static Term of(Leadership leadership) {
		return new Term(leadership.term(), leadership.token());
	}

	/**
	 * Locks count no terms. The number of the transaction serves where each process asks
	 * for the lock once at a time, and so never hands it on to itself.
	 */
	static Term of(HeldLock held) {
		return new Term(held.token().zxid(), held.token());
	}

}
