package io.zkhelper.sample;

import io.zkhelper.election.PastTerm;

/**
 * A term that is over, for the page. Times are in milliseconds since the epoch.
 *
 * @param term the number of the term
 * @param leader who led
 * @param from when it began
 * @param to when it ended
 * @param reason why it ended
 * @param why the same in words
 */
record EndedTerm(long term, String leader, long from, long to, String reason, String why) {

	static EndedTerm of(PastTerm past) {
		return new EndedTerm(past.number(), past.leader().id(), past.from().toEpochMilli(), past.to().toEpochMilli(),
				past.reason().name(), past.reason().description());
	}

}
