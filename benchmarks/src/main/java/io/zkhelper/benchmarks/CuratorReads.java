package io.zkhelper.benchmarks;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.recipes.cache.ChildData;
import org.apache.curator.framework.recipes.cache.CuratorCache;
import org.apache.curator.framework.recipes.cache.CuratorCacheListener;
import org.apache.curator.retry.ExponentialBackoffRetry;

/**
 * Curator's {@link CuratorCache} on the parent of the nodes, as it comes.
 */
final class CuratorReads implements NodeReader {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private final CuratorFramework curator;

	private final CuratorCache cache;

	CuratorReads(String connectString, String directory) throws InterruptedException {
		this.curator = CuratorFrameworkFactory.newClient(connectString, new ExponentialBackoffRetry(100, 3));
		this.curator.start();
		this.cache = CuratorCache.build(this.curator, directory);
		CountDownLatch filled = new CountDownLatch(1);
		this.cache.listenable().addListener(CuratorCacheListener.builder().forInitialized(filled::countDown).build());
		this.cache.start();
		if (!filled.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
			throw new IllegalStateException("Curator has not filled its cache from " + connectString);
		}
	}

	@Override
	public int read(String path) {
		return this.cache.get(path).map(ChildData::getData).orElseThrow().length;
	}

	@Override
	public void close() {
		this.cache.close();
		this.curator.close();
	}

}
