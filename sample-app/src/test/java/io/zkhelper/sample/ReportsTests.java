package io.zkhelper.sample;

import java.io.IOException;
import java.nio.file.Path;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.fence.StaleLeaderException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link Reports}.
 */
class ReportsTests {

	private static final Author FIRST = new Author("first", 1, new FencingToken(10, 0));

	private static final Author SECOND = new Author("second", 2, new FencingToken(11, 0));

	@TempDir
	private Path directory;

	private TestDatabase database;

	private Reports reports;

	@BeforeEach
	void open() throws IOException {
		this.database = new TestDatabase(this.directory.resolve("not/there/yet/reports.db"));
		this.reports = this.database.reports();
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void reportsOneNightAfterTheOther() {
		ReportRun first = run(FIRST);
		ReportRun second = run(SECOND);
		assertThat(this.reports.latest(5)).containsExactly(second, first);
		assertThat(second.night()).isEqualTo(first.night() + 1);
		assertThat(second.term()).isEqualTo(2);
		assertThat(second.startedAt()).isGreaterThanOrEqualTo(first.finishedAt());
	}

	@Test
	void computesPlausibleFiguresForFourWeeksAndOn() {
		for (int night = 1; night <= 30; night++) {
			Report report = this.reports.compute();
			assertThat(report.orders()).isBetween(10, 90);
			assertThat(report.cents()).isGreaterThan(report.orders() * 390L);
			assertThat(report.bestSeller()).isNotBlank();
			run(FIRST);
		}
	}

	@Test
	void whoeverBeganBeforeASuccessorCannotWriteAfterwards() {
		long started = this.reports.begin(FIRST);
		Report late = this.reports.compute();
		ReportRun successors = run(SECOND);
		assertThatExceptionOfType(StaleLeaderException.class)
			.isThrownBy(() -> this.reports.finish(late, FIRST, started));
		assertThat(this.reports.latest(5)).containsExactly(successors);
	}

	@Test
	void keepsARecordOfWhatWasRefused() {
		run(SECOND);
		assertThatExceptionOfType(StaleLeaderException.class).isThrownBy(() -> this.reports.begin(FIRST));
		assertThat(this.reports.refusals(5)).singleElement().satisfies((refusal) -> {
			assertThat(refusal.name()).isEqualTo("reports");
			assertThat(refusal.instance()).isEqualTo("first");
			assertThat(refusal.token()).isEqualTo(FIRST.token().toString());
			assertThat(refusal.newest()).isEqualTo(SECOND.token().toString());
		});
	}

	@Test
	void openingAnExistingFileKeepsWhatIsInIt() throws IOException {
		ReportRun run = run(FIRST);
		try (TestDatabase again = new TestDatabase(this.directory.resolve("not/there/yet/reports.db"))) {
			assertThat(again.reports().latest(1)).containsExactly(run);
			assertThat(again.reports().compute().orders()).isEqualTo(this.reports.compute().orders());
		}
	}

	private ReportRun run(Author author) {
		long started = this.reports.begin(author);
		return this.reports.finish(this.reports.compute(), author, started);
	}

}
