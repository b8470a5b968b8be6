package io.zkhelper.boot.health;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.zkhelper.session.SessionListener;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.SessionView;
import io.zkhelper.session.ZkClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link SessionHealthIndicator}.
 */
class SessionHealthIndicatorTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(12);

	private final ZkClient client = mock(ZkClient.class);

	private Instant now = Instant.parse("2026-11-21T10:00:00Z");

	private SessionState state = SessionState.CONNECTING;

	private SessionListener listener;

	private SessionHealthIndicator indicator;

	@BeforeEach
	void createIndicator() {
		given(this.client.addListener(any())).willAnswer((invocation) -> {
			this.listener = invocation.getArgument(0);
			return null;
		});
		given(this.client.view()).willAnswer(
				(invocation) -> new SessionView(this.state, this.now, TIMEOUT, Optional.of(Duration.ofMillis(3200))));
		this.indicator = new SessionHealthIndicator(this.client, () -> this.now);
	}

	@Test
	void isUpWhenConnected() {
		become(SessionState.CONNECTED);
		assertThat(health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void isOutOfServiceUntilTheSessionTimeoutHasPassed() {
		become(SessionState.CONNECTED);
		become(SessionState.SUSPENDED);
		pass(TIMEOUT);
		assertThat(health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		pass(Duration.ofMillis(1));
		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void countsFromTheStartWhenItWasNeverConnected() {
		assertThat(health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		pass(TIMEOUT.plusMillis(1));
		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void countsOneAbsenceAcrossItsStates() {
		become(SessionState.CONNECTED);
		become(SessionState.SUSPENDED);
		pass(TIMEOUT.plusMillis(1));
		become(SessionState.EXPIRED);
		become(SessionState.CONNECTING);
		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void countsAnewAfterAConnection() {
		become(SessionState.SUSPENDED);
		pass(TIMEOUT.plusMillis(1));
		become(SessionState.CONNECTED);
		become(SessionState.SUSPENDED);
		assertThat(health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
	}

	@ParameterizedTest
	@EnumSource(names = { "EXPIRED", "AUTH_FAILED", "CLOSED" })
	void isDownAtOnceWhenNothingIsLeftToHopeFor(SessionState hopeless) {
		become(hopeless);
		assertThat(health().getStatus()).isEqualTo(Status.DOWN);
	}

	@Test
	void tellsEverythingButTheSessionId() {
		become(SessionState.CONNECTED);
		assertThat(health().getDetails()).containsOnlyKeys("state", "since", "timeout", "leaseRemaining")
			.containsEntry("state", SessionState.CONNECTED)
			.containsEntry("timeout", TIMEOUT);
	}

	private Health health() {
		return this.indicator.health();
	}

	private void become(SessionState next) {
		SessionState previous = this.state;
		this.state = next;
		this.listener.onStateChanged(previous, next);
	}

	private void pass(Duration time) {
		this.now = this.now.plus(time);
	}

}
