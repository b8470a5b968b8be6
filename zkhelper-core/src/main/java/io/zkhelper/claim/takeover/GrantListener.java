package io.zkhelper.claim.takeover;

import io.zkhelper.session.Moment;
import io.zkhelper.session.Refusal;

/**
 * Is told how a takeover goes, on the event loop. Nothing is told once it is cancelled.
 *
 * @since 1.0.0
 */
public interface GrantListener {

	/**
	 * A transaction has made the contender the holder.
	 * @param previous the record before
	 * @param written the record since
	 * @param anchor when the transaction was sent
	 */
	void onGranted(ReadRecord previous, ReadRecord written, Moment anchor);

	/**
	 * The predecessor's lease may still be running: the takeover waits.
	 */
	void onDelayed();

	/**
	 * The record names somebody who is behind in the queue, which is no state to take
	 * over from; the takeover is over.
	 */
	void onBlocked();

	/**
	 * The servers say that the own node is gone.
	 */
	void onNodeGone();

	/**
	 * The servers have refused a request for good; the takeover is over.
	 * @param refusal what they refused
	 */
	void onRefused(Refusal refusal);

}
