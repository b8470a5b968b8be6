package io.zkhelper.boot.fence.web;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

import io.zkhelper.fence.FencingHeader;
import io.zkhelper.fence.NamedToken;
import io.zkhelper.fence.StaleLeaderException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Adds the token of the guarded method on this thread to requests, and turns a server's
 * refusal into a {@link StaleLeaderException}. A request that has a token already keeps
 * it; outside of guarded methods a request gets none.
 *
 * @since 1.0.0
 */
public final class FencingTokenInterceptor implements ClientHttpRequestInterceptor {

	private final Supplier<Optional<NamedToken>> current;

	/**
	 * Create an interceptor.
	 * @param current answers with the token to add, on the thread that sends the request
	 */
	public FencingTokenInterceptor(Supplier<Optional<NamedToken>> current) {
		this.current = current;
	}

	/**
	 * Send a request with the token.
	 * @param request the request
	 * @param body its body
	 * @param execution sends it
	 * @return the response
	 * @throws IOException if there is none
	 * @throws StaleLeaderException if the server knows a newer token
	 */
	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		if (!request.getHeaders().containsHeader(FencingHeader.NAME)) {
			this.current.get()
				.ifPresent((token) -> request.getHeaders().set(FencingHeader.NAME, FencingHeader.format(token)));
		}
		ClientHttpResponse response = execution.execute(request, body);
		if (response.getStatusCode().isSameCodeAs(HttpStatus.PRECONDITION_FAILED)) {
			throwIfStale(request, response);
		}
		return response;
	}

	private static void throwIfStale(HttpRequest request, ClientHttpResponse response) {
		Optional<NamedToken> shown = read(request.getHeaders().getFirst(FencingHeader.NAME));
		Optional<NamedToken> newest = read(response.getHeaders().getFirst(FencingHeader.NAME));
		if (shown.isPresent() && newest.isPresent() && newest.get().name().equals(shown.get().name())) {
			response.close();
			throw new StaleLeaderException(shown.get().name(), shown.get().token(), newest.get().token());
		}
	}

	private static Optional<NamedToken> read(@Nullable String header) {
		try {
			return Optional.ofNullable(header).map(FencingHeader::parse);
		}
		catch (IllegalArgumentException ex) {
			// Somebody else's: the response goes to the caller as it is
			return Optional.empty();
		}
	}

}
