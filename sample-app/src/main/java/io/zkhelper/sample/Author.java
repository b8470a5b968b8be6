package io.zkhelper.sample;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.election.Leadership;

/**
 * On whose authority a report is written.
 *
 * @param instance who leads
 * @param term the number of the term
 * @param token the token of the term
 */
record Author(String instance, long term, FencingToken token) {

	static Author of(String instance, Leadership leadership) {
		return new Author(instance, leadership.term(), leadership.token());
	}

}
