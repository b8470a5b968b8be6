package io.zkhelper.boot.actuate;

import io.zkhelper.election.ElectionState;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * What {@link LeaderEndpoint} answers over HTTP when something is wrong or takes its
 * time.
 *
 * @since 1.0.0
 */
@EndpointWebExtension(endpoint = LeaderEndpoint.class)
public class LeaderEndpointWebExtension {

	private static final int STATUS_ACCEPTED = 202;

	private final LeaderEndpoint endpoint;

	/**
	 * Create the extension.
	 * @param endpoint the endpoint
	 */
	public LeaderEndpointWebExtension(LeaderEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	/**
	 * Show one election with its history.
	 * @param election the name of the election
	 * @return what this instance knows; status 404 if it does not take part
	 */
	@ReadOperation
	public WebEndpointResponse<OperationResponseBody> election(@Selector String election) {
		ElectionDescriptor found = this.endpoint.election(election);
		return (found != null) ? new WebEndpointResponse<>(found) : unknown(election);
	}

	/**
	 * Make this instance resign, pause or resume.
	 * @param context says who asks
	 * @param election the name of the election
	 * @param action {@code resign}, {@code pause} or {@code resume}
	 * @return the election after that; status 202 if it still drains, 400 if there is no
	 * such action, 404 if this instance does not take part
	 */
	@WriteOperation
	public WebEndpointResponse<OperationResponseBody> act(SecurityContext context, @Selector String election,
			@Nullable String action) {
		try {
			ElectionDescriptor result = this.endpoint.act(context, election, action);
			return (result != null) ? new WebEndpointResponse<>(result, status(result)) : unknown(election);
		}
		catch (InvalidEndpointRequestException ex) {
			return problem(WebEndpointResponse.STATUS_BAD_REQUEST, ex.getReason());
		}
	}

	private static int status(ElectionDescriptor election) {
		return (election.state() == ElectionState.DRAINING) ? STATUS_ACCEPTED : WebEndpointResponse.STATUS_OK;
	}

	private WebEndpointResponse<OperationResponseBody> unknown(String election) {
		return problem(WebEndpointResponse.STATUS_NOT_FOUND,
				"This application takes part in no election '%s', but in %s".formatted(election,
						this.endpoint.names()));
	}

	private static WebEndpointResponse<OperationResponseBody> problem(int status, @Nullable String message) {
		return new WebEndpointResponse<>(new ProblemDescriptor(status, message), status);
	}

}
