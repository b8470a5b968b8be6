package io.zkhelper.session;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * The inequalities R1 to R4, with the figures of the documentation.
 */
class LeaseRulesTests {

	private final LeaseRules rules = new LeaseRules(Timing.DEFAULT, Duration.ofSeconds(12));

	@Test
	void theDefaultLeaseIsAThirdOfWhatIsLeft() {
		assertThat(this.rules.defaultLease()).isEqualTo(Duration.ofMillis(3500));
	}

	@Test
	void theLongestLeaseIsHalfOfWhatIsLeft() {
		assertThat(this.rules.longestLease()).isEqualTo(Duration.ofNanos(5_364_250_000L));
	}

	@Test
	void heartbeatsLeaveTimeForAReconnect() {
		Duration lease = Duration.ofMillis(3500);
		assertThat(this.rules.heartbeatPeriod(lease)).isEqualTo(Duration.ofMillis(900));
		assertThat(this.rules.survivesReconnect(lease)).isTrue();
	}

	@Test
	void shortLeasesGetFourHeartbeats() {
		Duration lease = Duration.ofMillis(800);
		assertThat(this.rules.heartbeatPeriod(lease)).isEqualTo(Duration.ofMillis(200));
		assertThat(this.rules.survivesReconnect(lease)).isFalse();
	}

	@Test
	void theTakeoverDelayOutlastsThePredecessorsLease() {
		assertThat(this.rules.takeoverDelay(Duration.ofMillis(3500))).isEqualTo(Duration.ofMillis(3757));
	}

	@Test
	void aLeaseThatTheSessionMayNotOutliveIsRefusedWithTheRemedy() {
		assertThatExceptionOfType(UnsafeTimingException.class)
			.isThrownBy(() -> this.rules.check(Duration.ofSeconds(6), Duration.ofSeconds(30)))
			.withMessageContaining("'lease' must be at most PT5.36425S but was PT6S")
			.withMessageContaining("longer session timeout")
			.satisfies((ex) -> assertThat(ex.property()).isEqualTo("lease"));
	}

	@Test
	void unsafeTimesSayWhoseTheyAre() {
		UnsafeTimingException ex = new UnsafeTimingException("lease", "too long").of("Election", "reports");
		assertThat(ex).hasMessage("Election 'reports': too long").hasCauseInstanceOf(UnsafeTimingException.class);
		assertThat(ex.property()).isEqualTo("lease");
		assertThat(ex.name()).contains("reports");
	}

	@Test
	void aTakeoverDelayThatIsTooShortIsRefusedWithTheRemedy() {
		assertThatExceptionOfType(UnsafeTimingException.class)
			.isThrownBy(() -> this.rules.check(Duration.ofSeconds(4), Duration.ofSeconds(4)))
			.withMessageContaining("'takeoverDelay' must be at least PT4.258S but was PT4S");
		assertThatNoException().isThrownBy(() -> this.rules.check(Duration.ofSeconds(4), Duration.ofMillis(4258)));
	}

	@Test
	void aSessionShorterThanATickLeavesNoLease() {
		LeaseRules tooShort = new LeaseRules(Timing.DEFAULT, Duration.ofSeconds(1));
		assertThat(tooShort.longestLease()).isZero();
	}

	@Test
	void timesMustBePositive() {
		assertThatIllegalArgumentException().isThrownBy(() -> Timing.DEFAULT.withSessionTimeout(Duration.ofSeconds(-1)))
			.withMessage("'sessionTimeout' must be positive but was PT-1S");
	}

}
