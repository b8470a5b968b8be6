package io.zkhelper.election;

import io.zkhelper.claim.EndReason;

/**
 * Is told that a candidacy has ended.
 */
@FunctionalInterface
interface CandidacyListener {

	/**
	 * The node is gone.
	 * @param reason why
	 * @param refused whether the servers have refused something that a person has to
	 * correct
	 */
	void onEnded(EndReason reason, boolean refused);

}
