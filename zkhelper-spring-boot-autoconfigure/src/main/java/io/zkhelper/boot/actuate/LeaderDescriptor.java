package io.zkhelper.boot.actuate;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Answer of {@link LeaderEndpoint}.
 *
 * @param session the connection to the default ensemble
 * @param cells the connections to cells that are open, by cell; left out where there are
 * none
 * @param elections the elections by name
 */
record LeaderDescriptor(SessionDescriptor session, @Nullable Map<String, SessionDescriptor> cells,
		Map<String, ElectionDescriptor> elections) implements OperationResponseBody {
}
