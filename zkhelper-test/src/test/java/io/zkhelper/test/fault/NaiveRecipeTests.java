package io.zkhelper.test.fault;

import java.time.Duration;
import java.util.List;

import io.zkhelper.test.fault.Campaign.Trial;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The same enumeration finds what is wrong with a recipe that knows nothing of lost
 * answers: so it can find something.
 */
class NaiveRecipeTests {

	@Test
	void aNaiveLockLeavesGhosts() throws Exception {
		try (Campaign campaign = new Campaign(Duration.ofSeconds(5))) {
			long start = System.nanoTime();
			List<Trial> all = new Enumeration(campaign).singles(List.of(NaiveLock.SCENARIO));
			List<Outcome> outcomes = campaign.runAll(all);
			new Report("naive lock", outcomes, Duration.ofNanos(System.nanoTime() - start)).print();
			assertThat(outcomes)
				.anyMatch((outcome) -> outcome.verdict() == Verdict.GHOST || outcome.verdict() == Verdict.STUCK);
			assertThat(outcomes).anyMatch((outcome) -> outcome.verdict() == Verdict.PASSED);
		}
	}

}
