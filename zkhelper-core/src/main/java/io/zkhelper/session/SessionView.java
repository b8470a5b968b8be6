package io.zkhelper.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a client knows about its connection, read from memory.
 *
 * @param state where the connection stands
 * @param stateSince when it came to stand there
 * @param timeout the session timeout: as granted by the servers, before that as asked for
 * @param leaseRemaining how long what is held stays valid without another heartbeat;
 * empty when nothing is held
 * @since 1.0.0
 */
public record SessionView(SessionState state, Instant stateSince, Duration timeout, Optional<Duration> leaseRemaining) {
}
