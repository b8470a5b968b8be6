package io.zkhelper.lock;

import java.time.Duration;
import java.util.List;

import io.zkhelper.claim.Contender;
import io.zkhelper.session.Moment;
import io.zkhelper.session.Refusal;

/**
 * The way from being first in the queue, as far as was read, to holding the lock.
 */
interface Confirmation {

	/**
	 * The contender was first when the queue was read.
	 * @param own the own node
	 * @param queue the whole queue
	 */
	void start(Contender own, List<Contender> queue);

	/**
	 * Go no further.
	 */
	void cancel();

	/**
	 * Let go of the lock again.
	 * @param gone called when the node is gone; not called if the session is over before
	 */
	void release(Runnable gone);

	/**
	 * Is told how it has ended.
	 */
	interface Listener {

		/**
		 * A committed transaction has named the own node.
		 * @param sent when it was sent
		 * @param lease how long the lock is held since without a heartbeat
		 */
		void onConfirmed(Moment sent, Duration lease);

		void onRefused(Refusal refusal);

	}

}
