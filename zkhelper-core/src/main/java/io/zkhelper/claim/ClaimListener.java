package io.zkhelper.claim;

import java.util.List;

import io.zkhelper.session.HoldEnd;
import io.zkhelper.session.Refusal;

/**
 * Is told of the fate of a claim, on the event loop. Nothing is told once the session is
 * over.
 *
 * @since 1.0.0
 */
public interface ClaimListener {

	/**
	 * The contender is in the queue, and not first.
	 */
	void onWaiting();

	/**
	 * The contender was first when the queue was read. Now a transaction has to confirm
	 * that, see {@link Claim#confirmed}.
	 * @param own the own node
	 * @param queue the whole queue
	 */
	void onFirst(Contender own, List<Contender> queue);

	/**
	 * What was held is held no more. After a lapse the claim goes on; otherwise the end
	 * follows.
	 * @param why the reason
	 */
	void onLost(HoldEnd why);

	/**
	 * The claim is over and its node is gone.
	 * @param reason why
	 */
	void onEnded(EndReason reason);

	/**
	 * The timer that looks after the watches has found one that had not told of a change,
	 * which never happens if all goes well.
	 */
	default void onMissedWatch() {
	}

	/**
	 * The servers have refused a request for good; the end follows, after the node was
	 * deleted if there is one.
	 * @param refusal what they refused
	 */
	void onRefused(Refusal refusal);

}
