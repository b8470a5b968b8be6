package io.zkhelper.cache;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.zkhelper.session.Answer;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.Paths;

/**
 * Reads nodes from the caches of other processes, over HTTP and without a session of its
 * own. It remembers nothing.
 * <p>
 * The servers are tried in random order. One that has answered is asked again; when it
 * can't, the next one is, each at most once for a question. If none can, the stage fails
 * with a {@link CacheUnavailableException} that names them all. What a server refuses,
 * because it does not show such a path, is refused with a {@link CacheRefusedException}
 * without asking others. Answers of different servers may be of different age: what was
 * read may be older than what was read before.
 * <p>
 * Who owns an ephemeral node is not told over HTTP: its stat names session -1.
 * <p>
 * Safe for use by many threads. Each question that is under way has a daemon thread of
 * this client, on which its stage completes; the threads are used again, and end after a
 * second without a question.
 *
 * @since 1.0.0
 */
public final class CacheClient implements CachedNodes {

	private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final Servers servers;

	private CacheClient(Servers servers) {
		this.servers = servers;
	}

	/**
	 * Return a client that gives a server two seconds to connect and five to answer.
	 * @param servers the endpoints, as {@code http://app-1:8080/actuator/znodes}
	 * @return the client
	 * @throws IllegalArgumentException if there is none, or one is not such an address
	 */
	public static CacheClient of(List<URI> servers) {
		return of(servers, HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build(), TIMEOUT);
	}

	/**
	 * Return a client with its own way to ask, for credentials, certificates and proxies.
	 * @param servers the endpoints, as {@code http://app-1:8080/actuator/znodes}
	 * @param http asks, and waits on a thread of the new client
	 * @param timeout how long one server has for its whole answer
	 * @return the client
	 * @throws IllegalArgumentException if there is no server, one is not such an address,
	 * or the timeout is not positive
	 */
	public static CacheClient of(List<URI> servers, HttpClient http, Duration timeout) {
		if (servers.isEmpty()) {
			throw new IllegalArgumentException("'servers' must not be empty");
		}
		if (timeout.isNegative() || timeout.isZero()) {
			throw new IllegalArgumentException("'timeout' must be positive but was " + timeout);
		}
		servers.forEach(CacheClient::requireAddress);
		List<URI> shuffled = new ArrayList<>(servers);
		Collections.shuffle(shuffled);
		return new CacheClient(new Servers(shuffled, http, timeout));
	}

	private static void requireAddress(URI server) {
		boolean http = "http".equalsIgnoreCase(server.getScheme()) || "https".equalsIgnoreCase(server.getScheme());
		if (!http || server.getHost() == null || server.getRawQuery() != null || server.getRawFragment() != null) {
			throw new IllegalArgumentException(
					"Server '%s' is not the address of an endpoint: write 'http://host:port/actuator/znodes'"
						.formatted(server));
		}
	}

	/**
	 * Return a node with its data.
	 * @param path the node
	 * @return the answer; fails with a {@link NodeException}, a
	 * {@link CacheUnavailableException} or a {@link CacheRefusedException}
	 */
	@Override
	public CompletionStage<CachedNode> node(String path) {
		return one(path, Aspect.DATA);
	}

	@Override
	public CompletionStage<CachedNode> children(String path) {
		return one(path, Aspect.CHILDREN);
	}

	@Override
	public CompletionStage<List<Answer<CachedNode>>> nodes(List<String> paths) {
		return ask(paths, Aspect.DATA);
	}

	@Override
	public CompletionStage<List<Answer<CachedNode>>> childrenOf(List<String> paths) {
		return ask(paths, Aspect.CHILDREN);
	}

	private CompletionStage<CachedNode> one(String path, Aspect aspect) {
		return ask(List.of(path), aspect).thenCompose((answers) -> aspect.valueOf(answers.get(0)));
	}

	private CompletionStage<List<Answer<CachedNode>>> ask(List<String> paths, Aspect aspect) {
		paths.forEach((path) -> Paths.require("path", path));
		return paths.isEmpty() ? CompletableFuture.completedStage(List.of())
				: this.servers.ask(new Question(List.copyOf(paths), aspect));
	}

}
