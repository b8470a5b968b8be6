package io.zkhelper.election;

import io.zkhelper.claim.EndReason;

/**
 * Is told of the fate of a candidacy.
 */
interface CandidacyListener {

	/**
	 * The place in the queue is known.
	 */
	void onQueued();

	/**
	 * The node is gone.
	 * @param reason why
	 * @param refused whether the servers have refused something that a person has to
	 * correct
	 */
	void onEnded(EndReason reason, boolean refused);

}
