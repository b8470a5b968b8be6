package io.zkhelper.sample;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

import io.zkhelper.claim.FencingToken;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The reports in the database that all copies on the machine share. Every write passes
 * the fence first.
 */
@Component
class Reports {

	private final JdbcClient jdbc;

	private final Fence fence;

	private final Clock clock;

	Reports(JdbcClient jdbc, Fence fence, Clock clock) {
		this.jdbc = jdbc;
		this.fence = fence;
		this.clock = clock;
	}

	/**
	 * Raise the fence before the work, so that a predecessor whose work is still under
	 * way cannot write any more.
	 * @param author who wants to begin
	 * @return the time from which on nobody older can write
	 */
	long begin(Author author) {
		return pass(author, this.clock::millis);
	}

	/**
	 * Write the report, unless somebody newer has begun since.
	 * @param report the report
	 * @param author who wrote it
	 * @param startedAt what {@link #begin} has returned
	 * @return the run as it was written
	 */
	ReportRun finish(Report report, Author author, long startedAt) {
		return pass(author, () -> insert(ReportRun.of(report, author, startedAt, this.clock.millis())));
	}

	/**
	 * Compute the figures of the night after the last one that was reported.
	 * @return the report
	 */
	Report compute() {
		return this.jdbc.sql("""
				select coalesce((select max(night) from report), 0) + 1 as night, count(*) as orders,
					sum(cents) as cents,
					(select product from purchase p where p.day = purchase.day
						group by product order by count(*) desc, product limit 1) as best_seller
				from purchase where day = coalesce((select max(night) from report), 0) % 28
				""").query(Report.class).single();
	}

	List<ReportRun> latest(int limit) {
		return this.jdbc.sql("select * from report order by night desc limit ?")
			.param(limit)
			.query(ReportRun.class)
			.list();
	}

	List<Refusal> refusals(int limit) {
		return this.jdbc.sql("select * from refusal order by refused_at desc limit ?")
			.param(limit)
			.query(Refusal.class)
			.list();
	}

	private <T> T pass(Author author, Supplier<T> write) {
		try {
			return this.fence.write(author.token(), write);
		}
		catch (StaleTokenException ex) {
			keep(author.instance(), ex.token());
			throw ex;
		}
	}

	private ReportRun insert(ReportRun run) {
		this.jdbc.sql("""
				insert into report (night, orders, cents, best_seller, instance, term, token, started_at, finished_at)
				values (:night, :orders, :cents, :bestSeller, :instance, :term, :token, :startedAt, :finishedAt)
				""").paramSource(run).update();
		return run;
	}

	private void keep(String instance, FencingToken token) {
		this.jdbc.sql("""
				insert into refusal (instance, token, newest, refused_at)
				select ?, ?, token, ? from fence where name = 'reports'
				""").params(instance, token.toString(), this.clock.millis()).update();
	}

}
