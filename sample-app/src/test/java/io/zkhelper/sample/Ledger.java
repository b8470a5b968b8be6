package io.zkhelper.sample;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

import org.sqlite.SQLiteDataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Reads the database as somebody outside would, and checks what the fence promises.
 */
final class Ledger {

	private final List<ReportRun> runs;

	Ledger(Path database) {
		SQLiteDataSource source = new SQLiteDataSource();
		source.setUrl("jdbc:sqlite:" + database);
		this.runs = JdbcClient.create(source).sql("select * from report order by night").query(ReportRun.class).list();
	}

	/** The terms in which reports were written, in order. */
	List<Long> terms() {
		return this.runs.stream().map(ReportRun::term).distinct().toList();
	}

	String lastAuthor() {
		return this.runs.isEmpty() ? "" : this.runs.get(this.runs.size() - 1).instance();
	}

	void checkTokensOnlyGrow() {
		assertThat(this.runs).extracting(ReportRun::token).isSorted();
		assertThat(this.runs).extracting(ReportRun::term).isSorted();
		assertThat(this.runs.stream().map((run) -> run.term() + "/" + run.token() + "/" + run.instance()).distinct())
			.as("one token and one instance for each term")
			.hasSameSizeAs(terms());
	}

	void checkTermsDoNotOverlap() {
		TreeMap<Long, ReportRun> first = byTerm(BinaryOperator.minBy(Comparator.comparing(ReportRun::startedAt)));
		TreeMap<Long, ReportRun> last = byTerm(BinaryOperator.maxBy(Comparator.comparing(ReportRun::finishedAt)));
		for (long term : last.headMap(last.lastKey()).keySet()) {
			assertThat(last.get(term).finishedAt()).as("end of term %d", term)
				.isLessThanOrEqualTo(first.higherEntry(term).getValue().startedAt());
		}
	}

	private TreeMap<Long, ReportRun> byTerm(BinaryOperator<ReportRun> choice) {
		return this.runs.stream().collect(Collectors.toMap(ReportRun::term, (run) -> run, choice, TreeMap::new));
	}

}
