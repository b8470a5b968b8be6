package io.zkhelper.boot.actuate;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * What {@link LocksEndpoint} answers over HTTP when something is wrong.
 *
 * @since 1.0.0
 */
@EndpointWebExtension(endpoint = LocksEndpoint.class)
public class LocksEndpointWebExtension {

	private final LocksEndpoint endpoint;

	/**
	 * Create the extension.
	 * @param endpoint the endpoint
	 */
	public LocksEndpointWebExtension(LocksEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	/**
	 * Ask the servers for the queue of a lock.
	 * @param name the name of the lock, cut at each {@code /}
	 * @param cell the cell in which it is, {@code null} for one in no cell
	 * @return the queue; status 400 if it can't be the name of a lock, nobody knows the
	 * cell, or it needs one, 503 if the servers can't be asked
	 */
	@ReadOperation
	public WebEndpointResponse<OperationResponseBody> queue(@Selector(match = Match.ALL_REMAINING) String[] name,
			@Nullable String cell) {
		try {
			return new WebEndpointResponse<>(this.endpoint.queue(name, cell));
		}
		catch (InvalidEndpointRequestException ex) {
			return problem(WebEndpointResponse.STATUS_BAD_REQUEST, ex.getReason());
		}
		catch (LocksUnavailableException ex) {
			return problem(WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE, ex.getMessage());
		}
	}

	private static WebEndpointResponse<OperationResponseBody> problem(int status, @Nullable String message) {
		return new WebEndpointResponse<>(new ProblemDescriptor(status, message), status);
	}

}
