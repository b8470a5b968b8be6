package io.zkhelper.sample;

/**
 * A run of the job, as it stands in the database. Times are in milliseconds since the
 * epoch.
 *
 * @param night the night that was reported
 * @param orders how many orders there were
 * @param cents what they were worth
 * @param bestSeller what was ordered most
 * @param instance who ran the job
 * @param term the term of the leadership
 * @param token the token of the leadership
 * @param startedAt when the run passed the fence for the first time
 * @param finishedAt when it passed the fence again, to write this
 */
record ReportRun(long night, int orders, long cents, String bestSeller, String instance, long term, String token,
		long startedAt, long finishedAt) {

	static ReportRun of(Report report, Author author, long startedAt, long finishedAt) {
		return new ReportRun(report.night(), report.orders(), report.cents(), report.bestSeller(), author.instance(),
				author.term(), author.token().toString(), startedAt, finishedAt);
	}

}
