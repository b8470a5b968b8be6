package io.zkhelper.sample;

import java.util.List;

/**
 * What the page shows besides {@code /actuator/leader}.
 *
 * @param now this machine's clock, in milliseconds since the epoch
 * @param election the name of the election
 * @param instance who answers
 * @param working whether it is in the middle of a report
 * @param counts what it has done since it was started
 * @param runs the last reports, newest first
 * @param refusals the last writes that were refused, newest first
 * @param history the last terms, newest first
 */
record Overview(long now, String election, String instance, boolean working, Tally.Counts counts, List<ReportRun> runs,
		List<Refusal> refusals, List<EndedTerm> history) {
}
