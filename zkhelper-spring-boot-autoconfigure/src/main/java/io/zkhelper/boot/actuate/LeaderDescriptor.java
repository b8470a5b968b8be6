package io.zkhelper.boot.actuate;

import java.util.Map;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * Answer of {@link LeaderEndpoint}.
 *
 * @param session the connection
 * @param elections the elections by name
 */
record LeaderDescriptor(SessionDescriptor session,
		Map<String, ElectionDescriptor> elections) implements OperationResponseBody {
}
