package io.zkhelper.sample;

import java.time.Duration;

import io.zkhelper.boot.election.CurrentLeadership;
import io.zkhelper.boot.election.LeaderOnly;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.fence.StaleLeaderException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The job that every copy of the service has, and that one of them runs.
 */
@Component
class ReportJob {

	private static final Logger logger = LoggerFactory.getLogger(ReportJob.class);

	private final LeaderElection election;

	private final CurrentLeadership leadership;

	private final Reports reports;

	private final Tally tally;

	private final Duration takes;

	ReportJob(LeaderElection election, CurrentLeadership leadership, Reports reports, Tally tally,
			SampleProperties properties) {
		this.election = election;
		this.leadership = leadership;
		this.reports = reports;
		this.tally = tally;
		this.takes = properties.takes();
	}

	@LeaderOnly
	@Scheduled(fixedRateString = "${sample.every}")
	void run() throws InterruptedException {
		Author author = Author.of(this.election.participant().id(), this.leadership.get());
		try {
			write(author);
		}
		catch (StaleLeaderException ex) {
			this.tally.refused();
			logger.warn("The report of term {} was refused. {}. Here: choose another sample.database", author.term(),
					ex.getMessage());
		}
		finally {
			this.tally.ended();
		}
	}

	private void write(Author author) throws InterruptedException {
		long startedAt = this.reports.begin(author);
		this.tally.began();
		Report report = this.reports.compute();
		// Stands for work that takes its time; giving leadership up waits for it
		Thread.sleep(this.takes.toMillis());
		ReportRun run = this.reports.finish(report, author, startedAt);
		this.tally.written();
		logger.info("Night {}: {} orders, reported in term {}", run.night(), run.orders(), run.term());
	}

}
