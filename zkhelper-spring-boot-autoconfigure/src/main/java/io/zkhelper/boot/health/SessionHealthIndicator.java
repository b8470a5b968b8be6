package io.zkhelper.boot.health;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

import io.zkhelper.session.SessionState;
import io.zkhelper.session.SessionView;
import io.zkhelper.session.ZkClient;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

/**
 * Health of the connection, from memory: up while it is connected, out of service when it
 * was lost, down when that is longer ago than the session timeout.
 *
 * @since 1.0.0
 */
public class SessionHealthIndicator extends AbstractHealthIndicator {

	private final ZkClient client;

	private final InstantSource clock;

	private volatile @Nullable Instant away;

	/**
	 * Create the indicator.
	 * @param client the connection
	 */
	public SessionHealthIndicator(ZkClient client) {
		this(client, InstantSource.system());
	}

	SessionHealthIndicator(ZkClient client, InstantSource clock) {
		this.client = client;
		this.clock = clock;
		this.away = clock.instant();
		client.addListener(this::noteAbsence);
	}

	// The view says since when the present state lasts, and an absence has many
	private void noteAbsence(SessionState previous, SessionState current) {
		if (current == SessionState.CONNECTED) {
			this.away = null;
		}
		else if (this.away == null) {
			this.away = this.clock.instant();
		}
	}

	@Override
	protected void doHealthCheck(Health.Builder builder) {
		SessionView view = this.client.view();
		builder.status(status(view))
			.withDetail("state", view.state())
			.withDetail("since", view.stateSince().truncatedTo(ChronoUnit.MILLIS))
			.withDetail("timeout", view.timeout());
		view.leaseRemaining()
			.map((remaining) -> remaining.truncatedTo(ChronoUnit.MILLIS))
			.ifPresent((remaining) -> builder.withDetail("leaseRemaining", remaining));
	}

	private Status status(SessionView view) {
		return switch (view.state()) {
			case CONNECTED -> Status.UP;
			case EXPIRED, AUTH_FAILED, CLOSED -> Status.DOWN;
			case CONNECTING, SUSPENDED -> isAwayTooLong(view) ? Status.DOWN : Status.OUT_OF_SERVICE;
		};
	}

	private boolean isAwayTooLong(SessionView view) {
		Instant since = (this.away != null) ? this.away : view.stateSince();
		return Duration.between(since, this.clock.instant()).compareTo(view.timeout()) > 0;
	}

}
