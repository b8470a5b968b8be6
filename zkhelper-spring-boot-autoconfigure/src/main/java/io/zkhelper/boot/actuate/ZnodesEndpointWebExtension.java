package io.zkhelper.boot.actuate;

import io.zkhelper.boot.cache.HiddenPathException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;

/**
 * What {@link ZnodesEndpoint} answers over HTTP when something is wrong.
 *
 * @since 1.0.0
 */
@EndpointWebExtension(endpoint = ZnodesEndpoint.class)
public class ZnodesEndpointWebExtension {

	private static final int FORBIDDEN = 403;

	private final ZnodesEndpoint endpoint;

	/**
	 * Create the extension.
	 * @param endpoint the endpoint
	 */
	public ZnodesEndpointWebExtension(ZnodesEndpoint endpoint) {
		this.endpoint = endpoint;
	}

	/**
	 * Read nodes.
	 * @param path the nodes, {@code null} if the request names none
	 * @param children whether their children are wanted instead of their data
	 * @return an answer for each; status 400 if there are none or too many, one is not a
	 * valid path, or its cell is not known, 403 if one is not shown, 503 if nothing is
	 * known about any and the servers can't be asked
	 */
	@ReadOperation
	public WebEndpointResponse<OperationResponseBody> nodes(@Nullable RequestedPaths path, @Nullable Boolean children) {
		try {
			if (path == null) {
				throw new IllegalArgumentException("No node is named: add '?path=/…', or several of it");
			}
			return new WebEndpointResponse<>(this.endpoint.nodes(path, children));
		}
		catch (IllegalArgumentException ex) {
			return problem(WebEndpointResponse.STATUS_BAD_REQUEST, ex);
		}
		catch (HiddenPathException ex) {
			return problem(FORBIDDEN, ex);
		}
		catch (ZnodesUnavailableException ex) {
			return problem(WebEndpointResponse.STATUS_SERVICE_UNAVAILABLE, ex);
		}
	}

	private static WebEndpointResponse<OperationResponseBody> problem(int status, RuntimeException problem) {
		return new WebEndpointResponse<>(new ProblemDescriptor(status, problem.getMessage()), status);
	}

}
