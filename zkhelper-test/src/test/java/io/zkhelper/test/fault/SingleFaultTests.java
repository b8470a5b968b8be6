package io.zkhelper.test.fault;

import java.time.Duration;
import java.util.List;

import io.zkhelper.test.fault.Campaign.Trial;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every request of every scenario meets with every fault, on a real server. A sample by
 * default; all of them by {@code -Dzkhelper.faults=all}, or so many by a number. Those
 * whose lines begin with
 * {@code -Dzkhelper.faults.only='uncontended lock; [a create2 #1 ANSWER'} can be tried
 * alone.
 */
class SingleFaultTests {

	private static final String WANTED = System.getProperty("zkhelper.faults", "48");

	@Test
	void everybodyIsServedOrToldAndNothingIsLeftBehind() throws Exception {
		try (Campaign campaign = new Campaign(Duration.ofSeconds(60))) {
			long start = System.nanoTime();
			List<Trial> all = new Enumeration(campaign).singles(Scenarios.all());
			List<Trial> chosen = WANTED.equals("all") ? all : Enumeration.sample(all, Long.parseLong(WANTED));
			System.out.printf("Single faults: %d of %d points in %d scenarios%n", chosen.size(), all.size(),
					Scenarios.all().size());
			List<Outcome> outcomes = campaign.runAll(chosen);
			new Report("single faults", outcomes, Duration.ofNanos(System.nanoTime() - start)).print();
			assertThat(all).hasSizeGreaterThanOrEqualTo(Enumeration.isNarrowed() ? 1 : 1600);
			assertThat(outcomes.stream().filter(Outcome::isViolation)).isEmpty();
			assertThat(campaign.alarms()).isEmpty();
			assertThat(outcomes.stream().filter((outcome) -> outcome.verdict() == Verdict.NOT_REACHED))
				.as("not reached")
				.hasSizeLessThanOrEqualTo(Math.max(5, chosen.size() / 50));
		}
	}

}
