package io.zkhelper.boot.fence.web;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.zkhelper.fence.Fence;
import io.zkhelper.fence.FencingHeader;
import io.zkhelper.fence.NamedToken;
import io.zkhelper.fence.StaleLeaderException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.server.PathContainer;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Refuses requests whose token is older than one that has come before, with status 412;
 * requests without a token where one is required, with 428; and what is no token, with
 * 400. Tokens of different names are independent.
 * <p>
 * A request that has passed may still be under way when one with a newer token comes: let
 * what writes to a database pass a fence there as well, with the token of the request,
 * which is its attribute {@value #TOKEN}.
 * <p>
 * Whoever may send the header can shut everybody else out with a great token: put the
 * filter behind authentication.
 *
 * @since 1.0.0
 */
public final class FencingTokenFilter extends OncePerRequestFilter {

	/** The attribute of a request with its {@link NamedToken}. */
	public static final String TOKEN = "io.zkhelper.fence.token";

	// They change nothing, RFC 9110
	private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

	private final Fence fence;

	private final FencedPaths paths;

	/**
	 * Create a filter.
	 * @param fence remembers the newest tokens
	 * @param paths which requests to check
	 */
	public FencingTokenFilter(Fence fence, FencedPaths paths) {
		this.fence = fence;
		this.paths = paths;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
		Optional<Problem> problem = this.paths.covers(path) ? check(request, path) : Optional.empty();
		if (problem.isPresent()) {
			problem.get().write(response);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	private Optional<Problem> check(HttpServletRequest request, PathContainer path) {
		List<String> headers = Collections.list(request.getHeaders(FencingHeader.NAME));
		if (headers.isEmpty()) {
			boolean needed = this.paths.require(path) && !SAFE_METHODS.contains(request.getMethod());
			return needed ? Optional.of(Problem.missing()) : Optional.empty();
		}
		if (headers.size() > 1) {
			return Optional.of(Problem.malformed("there are %d of them".formatted(headers.size())));
		}
		NamedToken token;
		try {
			token = FencingHeader.parse(headers.get(0));
		}
		catch (IllegalArgumentException ex) {
			return Optional.of(Problem.malformed(String.valueOf(ex.getMessage())));
		}
		request.setAttribute(TOKEN, token);
		return pass(token);
	}

	private Optional<Problem> pass(NamedToken token) {
		try {
			this.fence.pass(token.name(), token.token());
			return Optional.empty();
		}
		catch (StaleLeaderException ex) {
			this.logger.warn(ex.getMessage());
			return Optional.of(Problem.stale(ex));
		}
	}

}
