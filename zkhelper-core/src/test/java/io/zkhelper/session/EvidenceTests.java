package io.zkhelper.session;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * R6: which touches a lease may rest on.
 */
class EvidenceTests {

	private static final Moment START = new Moment(0, Instant.EPOCH);

	private final LeaseRules rules = new LeaseRules(Timing.DEFAULT, Duration.ofSeconds(12));

	private final Evidence evidence = new Evidence();

	@Test
	void aFirstTouchIsAllThereIs() {
		touchAt(0);
		assertThat(this.evidence.longestLease(this.rules)).isEqualTo(this.rules.sureLife());
	}

	@Test
	void countsFromTheTouchBeforeTheLatestOneThatOtherServersKnow() {
		touchAt(0);
		touchAt(900);
		touchAt(1800);
		touchAt(2700);
		// 2700 - 1250 makes 900 the latest one known, so the one before counts
		assertThat(this.evidence.longestLease(this.rules))
			.isEqualTo(this.rules.sureLife().minus(Duration.ofMillis(2700)));
		touchAt(3600);
		assertThat(this.evidence.longestLease(this.rules))
			.isEqualTo(this.rules.sureLife().minus(Duration.ofMillis(2700)));
	}

	@Test
	void otherServersMayNotKnowYetOfATouchThatWasAnsweredLate() {
		touchAt(0);
		touch(1000, 3000);
		touch(2000, 3000);
		touchAt(4000);
		// Sent long before 4000 - 1250, but not at the server for sure
		assertThat(this.evidence.longestLease(this.rules))
			.isEqualTo(this.rules.sureLife().minus(Duration.ofMillis(4000)));
	}

	@Test
	void forgetsWhatLiesBeforeALongSilence() {
		touchAt(0);
		touchAt(7000);
		assertThat(this.evidence.longestLease(this.rules)).isEqualTo(this.rules.sureLife());
	}

	@Test
	void anOlderTouchAddsNothing() {
		touchAt(0);
		touchAt(2000);
		touchAt(1000);
		assertThat(this.evidence.longestLease(this.rules))
			.isEqualTo(this.rules.sureLife().minus(Duration.ofMillis(2000)));
	}

	@Test
	void touchesInQuickSuccessionCountAsIfThereWereFewer() {
		for (int millis = 0; millis <= 10_000; millis++) {
			touchAt(millis);
		}
		Duration all = this.rules.sureLife().minus(this.rules.touchDistance()).minusMillis(2);
		assertThat(this.evidence.longestLease(this.rules)).isBetween(all.minusMillis(100), all);
	}

	private void touchAt(long millis) {
		touch(millis, millis);
	}

	private void touch(long sent, long answered) {
		this.evidence.add(START.plus(Duration.ofMillis(sent)), START.plus(Duration.ofMillis(answered)), this.rules);
	}

}
