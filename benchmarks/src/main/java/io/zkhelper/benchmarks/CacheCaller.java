package io.zkhelper.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

import io.zkhelper.cache.CacheClient;
import io.zkhelper.cache.CacheRefusedException;
import io.zkhelper.cache.CacheUnavailableException;

/**
 * A client of the server of a cache, which reads some nodes in turn.
 */
final class CacheCaller implements Crowd.Part {

	// So long that it is not over because the machine is busy: then the server would have
	// counted what is no answer here
	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final Duration REST = Duration.ofMillis(50);

	private final CacheClient client;

	private final List<String> paths;

	private final int length;

	private long calls;

	private long refusals;

	private long failures;

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

	/**
	 * Ask for each of the nodes until there is an answer. The server connects to a cell
	 * when it is asked for it first, and knows nothing if that takes long.
	 */
	void awaitAnswers() {
		long deadline = System.nanoTime() + PATIENCE.toNanos();
		for (String path : this.paths) {
			while (!isAnswered(path, deadline)) {
				LockSupport.parkNanos(REST.toNanos());
			}
		}
	}

	private boolean isAnswered(String path, long deadline) {
		try {
			call(path);
			return true;
		}
		catch (CompletionException ex) {
			if (!(ex.getCause() instanceof CacheUnavailableException) || System.nanoTime() - deadline > 0) {
				throw ex;
			}
			this.failures++;
			return false;
		}
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

	/** Calls that the server could not answer before it was connected. */
	long failures() {
		return this.failures;
	}

	/** Calls that the server has refused, as it does where the cell is unknown. */
	long refusals() {
		return this.refusals;
	}

}
