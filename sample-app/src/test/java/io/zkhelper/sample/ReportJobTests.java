package io.zkhelper.sample;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.Participant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link ReportJob}.
 */
class ReportJobTests {

	@TempDir
	private Path directory;

	private TestDatabase database;

	private final Leadership leadership = mock();

	private final Tally tally = new Tally();

	private ReportJob job;

	@BeforeEach
	void create() throws IOException {
		this.database = new TestDatabase(this.directory.resolve("reports.db"));
		LeaderElection election = mock();
		given(election.participant()).willReturn(Participant.of("me"));
		given(this.leadership.term()).willReturn(4L);
		given(this.leadership.token()).willReturn(new FencingToken(10, 0));
		this.job = new ReportJob(election, () -> this.leadership, this.database.reports(), this.tally,
				new SampleProperties(this.directory, Duration.ofSeconds(1), Duration.ZERO));
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void writesAReportInTheNameOfTheTerm() throws InterruptedException {
		this.job.run();
		ReportRun run = this.database.reports().latest(1).get(0);
		assertThat(run.instance()).isEqualTo("me");
		assertThat(run.term()).isEqualTo(4);
		assertThat(run.token()).isEqualTo("000000000000000a-00000000");
		assertThat(this.tally.counts()).isEqualTo(new Tally.Counts(1, 0, 0));
	}

	@Test
	void countsWhatTheFenceRefuses() throws InterruptedException {
		this.database.reports().begin(new Author("other", 5, new FencingToken(11, 0)));
		this.job.run();
		assertThat(this.database.reports().latest(1)).isEmpty();
		assertThat(this.database.reports().refusals(1)).hasSize(1);
		assertThat(this.tally.counts()).isEqualTo(new Tally.Counts(0, 0, 1));
	}

}
