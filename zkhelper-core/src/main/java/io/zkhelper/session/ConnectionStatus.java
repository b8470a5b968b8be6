package io.zkhelper.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What other threads may see of a connection.
 *
 * @param state where it stands
 * @param since since when
 * @param timeout the session timeout, as granted or asked for
 * @param session the session, {@code null} unless there is one that recipes may use
 */
record ConnectionStatus(SessionState state, Instant since, Duration timeout, @Nullable Session session) {

	Optional<SessionState> ifConnected() {
		return Optional.of(this.state).filter((state) -> state == SessionState.CONNECTED);
	}

}
