package io.zkhelper.claim.takeover;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.zkhelper.claim.Payload;
import io.zkhelper.claim.Safety;
import io.zkhelper.claim.takeover.Succession.Predecessor;
import io.zkhelper.session.LeaseRules;
import io.zkhelper.session.Timing;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long a successor waits.
 */
class SuccessionTests {

	private static final TermRecord HELD = new TermRecord(7, "_c_a-latch-0000000001",
			new Tenure(new Payload(), Instant.EPOCH), Duration.ofSeconds(2), 0, null);

	private final LeaseRules rules = new LeaseRules(Timing.DEFAULT, Duration.ofSeconds(12));

	private final Succession strict = new Succession(new Precaution(Safety.STRICT, null, null), this.rules);

	@Test
	void waitsForThePredecessorsLease() {
		assertThat(this.strict.delay(read(HELD), Predecessor.ANOTHER)).isEqualTo(Duration.ofMillis(2254));
		assertThat(this.strict.delay(read(HELD), Predecessor.NOBODY)).isEqualTo(Duration.ofMillis(2254));
	}

	@Test
	void waitsLongerIfAsked() {
		Succession patient = new Succession(new Precaution(Safety.STRICT, null, Duration.ofSeconds(5)), this.rules);
		assertThat(patient.delay(read(HELD), Predecessor.ANOTHER)).isEqualTo(Duration.ofSeconds(5));
	}

	@Test
	void doesNotWaitAfterACleanRelease() {
		TermRecord released = HELD.released(new Ending(Instant.EPOCH, "RESIGNED"), 5);
		assertThat(this.strict.delay(read(released), Predecessor.ANOTHER)).isZero();
	}

	@Test
	void doesNotWaitForItself() {
		assertThat(this.strict.delay(read(HELD), Predecessor.MYSELF)).isZero();
	}

	@Test
	void waitsASessionWhenTheRecordCannotBeRead() {
		ReadRecord unreadable = new ReadRecord(Optional.empty(), 3, 9, false);
		assertThat(this.strict.delay(unreadable, Predecessor.NOBODY)).isEqualTo(Duration.ofSeconds(12));
	}

	@Test
	void aBlankRecordMeansNobodyUnlessSomebodyWasSeen() {
		ReadRecord blank = new ReadRecord(Optional.empty(), 0, 9, true);
		assertThat(this.strict.delay(blank, Predecessor.NOBODY)).isZero();
		assertThat(this.strict.delay(blank, Predecessor.ANOTHER)).isEqualTo(Duration.ofSeconds(12));
	}

	@Test
	void neverWaitsUnlessStrict() {
		Succession standard = new Succession(new Precaution(Safety.STANDARD, null, null), this.rules);
		assertThat(standard.delay(read(HELD), Predecessor.ANOTHER)).isZero();
	}

	private static ReadRecord read(TermRecord record) {
		return new ReadRecord(Optional.of(record), 3, 9, false);
	}

}
