package io.zkhelper.benchmarks;

import java.time.Duration;

import io.zkhelper.cache.CacheStats;
import io.zkhelper.cache.NodeCache;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;

/**
 * Our cache, as it comes.
 */
final class ZkhelperReads implements NodeReader {

	private final ZkClient client;

	private final NodeCache cache;

	ZkhelperReads(String connectString) throws InterruptedException {
		this.client = ZkClient.connect(ZkClientOptions.of(connectString));
		this.cache = NodeCache.on(this.client);
		if (!this.client.awaitConnected(Duration.ofSeconds(10))) {
			throw new IllegalStateException("zkhelper has no connection to " + connectString);
		}
	}

	@Override
	public int read(String path) {
		return this.cache.node(path).toCompletableFuture().join().data().length;
	}

	@Override
	public void mustHaveSeen(long reads) {
		CacheStats stats = this.cache.stats();
		boolean right = stats.reads() == reads && stats.errors() == 0 && stats.notFound() == 0
				&& stats.serverReads() == stats.entries() && this.client.state() == SessionState.CONNECTED;
		if (!right) {
			throw new IllegalStateException("%d reads, but %s says %s".formatted(reads, this.client.state(), stats));
		}
	}

	@Override
	public void close() {
		this.client.close();
	}

}
