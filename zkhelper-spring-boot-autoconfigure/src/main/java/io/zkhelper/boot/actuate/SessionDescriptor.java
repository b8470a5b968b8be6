package io.zkhelper.boot.actuate;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import io.zkhelper.session.SessionView;
import io.zkhelper.session.ZkClient;
import org.jspecify.annotations.Nullable;

/**
 * A connection. Its session's id is nobody's business: who knows it can end the session.
 *
 * @param state where it stands; {@code NONE} if there is none
 * @param timeout the session timeout, {@code null} if there is none
 * @param leaseRemaining how long what is held stays valid without another heartbeat,
 * {@code null} when nothing is held
 */
record SessionDescriptor(String state, @Nullable Duration timeout, @Nullable Duration leaseRemaining) {

	static SessionDescriptor of(@Nullable ZkClient client) {
		return (client != null) ? of(client.view()) : new SessionDescriptor("NONE", null, null);
	}

	static SessionDescriptor of(SessionView view) {
		return new SessionDescriptor(view.state().name(), view.timeout(),
				view.leaseRemaining().map((remaining) -> remaining.truncatedTo(ChronoUnit.MILLIS)).orElse(null));
	}

}
