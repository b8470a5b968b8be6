package io.zkhelper.test.fault;

import java.time.Duration;
import java.util.List;

import io.zkhelper.test.fault.Campaign.Trial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A second fault at each request that comes after a first one, in the core scenarios.
 * None by default; so many by {@code -Dzkhelper.pairs=10000}, or {@code all}.
 */
@EnabledIfSystemProperty(named = "zkhelper.pairs", matches = "all|\\d+",
		disabledReason = "Pairs take minutes, and first faults are tried anyway")
class FaultPairTests {

	private static final String WANTED = System.getProperty("zkhelper.pairs", "0");

	/** So many pairs are taken of each first fault, if not all are wanted. */
	private static final int PER_FIRST = 3;

	private static final long LIMIT = WANTED.equals("all") ? Long.MAX_VALUE : Long.parseLong(WANTED);

	@Test
	void nothingIsLeftBehindByTwoFaultsEither() throws Exception {
		try (Campaign campaign = new Campaign(Duration.ofSeconds(60))) {
			long start = System.nanoTime();
			List<Trial> first = new Enumeration(campaign).singles(Scenarios.core());
			List<Outcome> firstOutcomes = campaign.runAll(Enumeration.sample(first, 1 + LIMIT / PER_FIRST));
			assertThat(firstOutcomes.stream().filter(Outcome::isViolation)).isEmpty();
			List<Trial> all = firstOutcomes.stream()
				.filter((outcome) -> outcome.verdict() == Verdict.PASSED)
				.flatMap(Enumeration::next)
				.toList();
			List<Trial> chosen = Enumeration.sample(all, LIMIT);
			System.out.printf("Pairs: %d of %d after %d of %d first faults in %d scenarios%n", chosen.size(),
					all.size(), firstOutcomes.size(), first.size(), Scenarios.core().size());
			List<Outcome> outcomes = campaign.runAll(chosen);
			new Report("pairs of faults", outcomes, Duration.ofNanos(System.nanoTime() - start)).print();
			assertThat(outcomes.stream().filter(Outcome::isViolation)).isEmpty();
			assertThat(campaign.alarms()).isEmpty();
			// What follows a fault depends on how long ZooKeeper's client rests after it
			assertThat(outcomes.stream().filter((outcome) -> outcome.verdict() == Verdict.PASSED))
				.hasSizeGreaterThanOrEqualTo(chosen.size() / 2);
		}
	}

}
