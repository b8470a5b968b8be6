package io.zkhelper.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;

import io.zkhelper.cache.CacheClient;
import io.zkhelper.cache.CacheRefusedException;

/**
 * A client of the server of a cache, which reads some nodes in turn.
 */
final class CacheCaller implements Crowd.Part {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final CacheClient client;

	private final List<String> paths;

	private final int length;

	private long calls;

	private long refusals;

	/**
	 * Create a client.
	 * @param server whom it asks
	 * @param http has the connections, one for each call that is under way
	 * @param paths the nodes
	 * @param length how long their data are
	 */
	CacheCaller(URI server, HttpClient http, List<String> paths, int length) {
		this.client = CacheClient.of(List.of(server), http, TIMEOUT);
		this.paths = paths;
		this.length = length;
	}

	@Override
	public long repeatUntil(long nanos) {
		long before = this.calls;
		while (System.nanoTime() < nanos) {
			this.paths.forEach(this::call);
		}
		return this.calls - before;
	}

	private void call(String path) {
		this.calls++;
		try {
			if (this.client.node(path).toCompletableFuture().join().data().length != this.length) {
				throw new IllegalStateException("What was read of '%s' is not what was written".formatted(path));
			}
		}
		catch (CompletionException ex) {
			if (!(ex.getCause() instanceof CacheRefusedException)) {
				throw ex;
			}
			this.refusals++;
		}
	}

	long calls() {
		return this.calls;
	}

	/** Calls that the server has refused, as it does where the cell is unknown. */
	long refusals() {
		return this.refusals;
	}

}
