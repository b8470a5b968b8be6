package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.List;

import io.zkhelper.session.Security;
import io.zkhelper.session.SessionTicket;
import org.jspecify.annotations.Nullable;

/**
 * The first message of a client on a connection.
 *
 * @param session the session to go on with, {@code null} for a new one
 * @param timeout the session timeout to ask for
 * @param credentials who the client says it is
 * @param watched what it watches already
 */
record Greeting(SessionTicket.@Nullable Owner session, Duration timeout, List<Security.Credential> credentials,
		WatchedPaths watched) {
}
