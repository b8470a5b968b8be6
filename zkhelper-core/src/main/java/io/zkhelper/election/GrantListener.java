package io.zkhelper.election;

import io.zkhelper.session.Moment;
import io.zkhelper.session.Refusal;

/**
 * Is told how a takeover has ended.
 */
interface GrantListener {

	/**
	 * A transaction has made the participant the leader.
	 * @param previous the record before
	 * @param written the record since
	 * @param anchor when the transaction was sent
	 */
	void onGranted(ReadRecord previous, ReadRecord written, Moment anchor);

	/**
	 * The predecessor's lease may still be running.
	 */
	void onDelayed();

	/**
	 * The record names somebody who is behind in the queue, which is no state to take
	 * over from.
	 */
	void onBlocked();

	void onNodeGone();

	void onRefused(Refusal refusal);

}
