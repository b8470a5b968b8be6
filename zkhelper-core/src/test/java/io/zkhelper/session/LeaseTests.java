package io.zkhelper.session;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The lease word: both clocks, and no resurrection.
 */
class LeaseTests {

	private final ManualLoop clocks = new ManualLoop();

	private final Lease lease = new Lease(this.clocks, new Deadline(this.clocks.now(), Duration.ofSeconds(3)));

	@Test
	void holdsUntilTheDeadlineAndNotAtIt() {
		this.clocks.pass(Duration.ofSeconds(3).minusNanos(1));
		assertThat(this.lease.isValid()).isTrue();
		this.clocks.pass(Duration.ofNanos(1));
		assertThat(this.lease.isValid()).isFalse();
	}

	@Test
	void endsByTheMonotonicClockThoughTheWallClockWasSetBack() {
		this.clocks.pass(Duration.ofSeconds(3), Duration.ofSeconds(-100));
		assertThat(this.lease.isValid()).isFalse();
	}

	@Test
	void endsByTheWallClockThoughTheMonotonicClockStoodStill() {
		this.clocks.pass(Duration.ZERO, Duration.ofSeconds(3));
		assertThat(this.lease.isValid()).isFalse();
	}

	@Test
	void isExtendedFromTheMomentOfSending() {
		Moment sent = this.clocks.now().plus(Duration.ofSeconds(1));
		this.clocks.pass(Duration.ofSeconds(2));
		assertThat(this.lease.extend(new Deadline(sent, Duration.ofSeconds(3)))).isTrue();
		assertThat(this.lease.remaining()).isEqualTo(Duration.ofSeconds(2));
	}

	@Test
	void isNotExtendedByAnAnswerThatComesTooLate() {
		Moment sent = this.clocks.now().plus(Duration.ofSeconds(2));
		this.clocks.pass(Duration.ofSeconds(3));
		assertThat(this.lease.extend(new Deadline(sent, Duration.ofSeconds(3)))).isFalse();
		assertThat(this.lease.isValid()).isFalse();
	}

	@Test
	void staysOverOnceItHasSaidNo() {
		Moment sent = this.clocks.now();
		this.clocks.pass(Duration.ZERO, Duration.ofSeconds(4));
		assertThat(this.lease.isValid()).isFalse();
		this.clocks.pass(Duration.ZERO, Duration.ofSeconds(-4));
		assertThat(this.lease.extend(new Deadline(sent, Duration.ofSeconds(9)))).isFalse();
		assertThat(this.lease.isValid()).isFalse();
		assertThat(this.lease.remaining()).isZero();
	}

	@Test
	void isNeverShortenedByAnOlderHeartbeat() {
		Moment earlier = new Moment(-1_000_000_000L, this.clocks.now().wall().minusSeconds(1));
		assertThat(this.lease.extend(new Deadline(earlier, Duration.ofSeconds(3)))).isFalse();
		assertThat(this.lease.remaining()).isEqualTo(Duration.ofSeconds(3));
	}

	@Test
	void isShortenedWhenTheServersGrantAShorterSession() {
		this.lease.shortenTo(Duration.ofSeconds(1));
		this.clocks.pass(Duration.ofSeconds(1));
		assertThat(this.lease.isValid()).isFalse();
	}

	@Test
	void endsWhenTold() {
		this.lease.end();
		assertThat(this.lease.isValid()).isFalse();
	}

}
