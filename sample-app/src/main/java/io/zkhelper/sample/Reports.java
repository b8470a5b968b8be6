package io.zkhelper.sample;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;

import io.zkhelper.fence.Fence;
import io.zkhelper.fence.StaleLeaderException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The reports in the database that all copies on the machine share. Every write passes
 * the fence first.
 */
@Component
class Reports {

	private static final String NAME = "reports";

	private final JdbcClient jdbc;

	private final Fence fence;

	private final TransactionTemplate transaction;

	private final Clock clock;

	Reports(JdbcClient jdbc, Fence fence, TransactionTemplate transaction, Clock clock) {
		this.jdbc = jdbc;
		this.fence = fence;
		this.transaction = transaction;
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
		return this.jdbc.sql("select * from refused order by refused_at desc limit ?")
			.param(limit)
			.query(Refusal.class)
			.list();
	}

	// Token check and write are one transaction: both are done, or neither
	private <T> T pass(Author author, Supplier<T> write) {
		try {
			return this.transaction.execute((status) -> {
				this.fence.pass(NAME, author.token());
				return write.get();
			});
		}
		catch (StaleLeaderException ex) {
			keep(author.instance(), ex);
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

	private void keep(String instance, StaleLeaderException ex) {
		this.jdbc.sql("insert into refused (name, instance, token, newest, refused_at) values (?, ?, ?, ?, ?)")
			.params(ex.name(), instance, ex.token().toString(), ex.newest().toString(), this.clock.millis())
			.update();
	}

}
