package io.zkhelper.test.cache;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.zkhelper.cache.CachedNode;
import io.zkhelper.cache.NodeCache;
import io.zkhelper.test.world.RealWorld;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a cache answers, by a real server, to threads, and the watches that it has there:
 * the simulated one does not hear that a watch was given up.
 */
class CacheRealTests extends CacheContract<RealWorld> {

	CacheRealTests() {
		super(RealWorld.calm());
	}

	@Test
	void thereAreAsManyWatchesAsEntries() {
		NodeCache cache = cache(small(3));
		List.of("/a", "/b", "/c", "/d").forEach((path) -> {
			write(path, path);
			get(cache.node(path));
		});
		world().await("as many watches as entries", () -> world().watches() == 3);
		get(cache.node("/none"));
		get(cache.children("/a"));
		world().await("as many watches as entries", () -> world().watches() == 3);
	}

	@Test
	void noWatchIsLeftBehind() {
		write("/a", "one");
		NodeCache cache = cache();
		get(cache.nodes(List.of("/a", "/none")));
		get(cache.childrenOf(List.of("/a", "/none")));
		assertThat(world().watches()).isEqualTo(3);
		cache.close();
		world().await("no watches", () -> world().watches() == 0);
		assertThat(get(client().nodes().read("/a")).stat().version()).as("the client stays open").isEqualTo(1);
	}

	@Test
	void threadsThatAskAtOnceShareOneRead() throws Exception {
		write("/a", "one");
		NodeCache cache = cache();
		CountDownLatch start = new CountDownLatch(1);
		ExecutorService threads = Executors.newFixedThreadPool(20);
		List<Future<CachedNode>> all = IntStream.range(0, 20).mapToObj((i) -> threads.submit(() -> {
			start.await();
			return get(cache.node("/a"));
		})).toList();
		start.countDown();
		for (Future<CachedNode> one : all) {
			assertThat(text(one.get())).isEqualTo("one");
		}
		threads.shutdown();
		assertThat(cache.stats().serverReads()).isEqualTo(1);
	}

}
