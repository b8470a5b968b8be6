package io.zkhelper.boot.cache;

import java.util.List;
import java.util.concurrent.CompletionException;

import io.zkhelper.cache.CacheClient;
import io.zkhelper.cache.CacheRefusedException;
import io.zkhelper.cache.CachedNode;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for a cache that is served over HTTP by an application with cells.
 */
class CellCacheServerTests {

	@Test
	void pathsLeadToTheEnsemblesOfTheirCells() throws Exception {
		try (EmbeddedZooKeeper zooKeeper = EmbeddedZooKeeper.start();
				CacheServer server = new CacheServer(zooKeeper, "zkhelper.cache.resolve-local=true",
						"zkhelper.cache.paths=/zk,/own", "zkhelper.cells.local=near",
						"zkhelper.cells.connect-strings.near=" + zooKeeper.connectString() + "/near")) {
			CacheClient client = CacheClient.of(List.of(server.address()));
			List.of("/own", "/near", "/near/zk", "/near/zk/near").forEach((path) -> server.create(path, path));
			server.create("/near/zk/near/a", "of the cell");
			CachedNode near = CacheServer.get(client.node("/zk/near/a"));
			CachedNode local = CacheServer.get(client.node("/zk/local/a"));
			assertThat(List.of(near.text().orElseThrow(), local.text().orElseThrow())).containsOnly("of the cell");
			assertThat(List.of(near.path(), local.path())).containsExactly("/zk/near/a", "/zk/local/a");
			assertThat(local.cached()).as("the same node").isTrue();
			assertThat(CacheServer.get(client.node("/own")).text()).contains("/own");
			assertThatExceptionOfType(CompletionException.class)
				.isThrownBy(() -> client.node("/zk/far/a").toCompletableFuture().join())
				.havingCause()
				.isInstanceOf(CacheRefusedException.class)
				.withMessageContaining("status 400")
				.withMessageContaining("cell 'far'");
		}
	}

}
