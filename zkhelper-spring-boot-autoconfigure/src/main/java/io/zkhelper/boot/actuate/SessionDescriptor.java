package io.zkhelper.boot.actuate;

import java.time.Duration;
import java.time.temporal.ChronoUnit;

import io.zkhelper.session.SessionView;
import io.zkhelper.session.ZkClient;
import org.jspecify.annotations.Nullable;

/**
 * A connection. Its session's id is nobody's business: who knows it can end the session.
 *
 * @param state where it stands; {@code NONE} in an application that does not connect
 * @param timeout the session timeout, {@code null} in an application that does not
 * connect
 * @param leaseRemaining how long what is held stays valid without another heartbeat,
 * {@code null} when nothing is held
 */
record SessionDescriptor(String state, @Nullable Duration timeout, @Nullable Duration leaseRemaining) {

	static SessionDescriptor of(@Nullable ZkClient client) {
		if (client == null) {
			return new SessionDescriptor("NONE", null, null);
		}
		SessionView view = client.view();
		return new SessionDescriptor(view.state().name(), view.timeout(),
				view.leaseRemaining().map((remaining) -> remaining.truncatedTo(ChronoUnit.MILLIS)).orElse(null));
	}

}
