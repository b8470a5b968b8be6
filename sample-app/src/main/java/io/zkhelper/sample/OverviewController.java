package io.zkhelper.sample;

import java.time.Clock;
import java.util.List;

import io.zkhelper.election.LeaderElection;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the page what it shows besides {@code /actuator/leader}.
 */
@RestController
class OverviewController {

	// Two minutes of reports at the default rate: as long as the page's time line
	private static final int RUNS = 40;

	private static final int REFUSALS = 5;

	private final LeaderElection election;

	private final Reports reports;

	private final Tally tally;

	private final Clock clock;

	OverviewController(LeaderElection election, Reports reports, Tally tally, Clock clock) {
		this.election = election;
		this.reports = reports;
		this.tally = tally;
		this.clock = clock;
	}

	@GetMapping("/api/reports")
	Overview overview() {
		List<EndedTerm> history = this.election.view().history().stream().map(EndedTerm::of).toList();
		return new Overview(this.clock.millis(), this.election.name(), this.election.participant().id(),
				this.tally.isWorking(), this.tally.counts(), this.reports.latest(RUNS), this.reports.refusals(REFUSALS),
				history);
	}

}
