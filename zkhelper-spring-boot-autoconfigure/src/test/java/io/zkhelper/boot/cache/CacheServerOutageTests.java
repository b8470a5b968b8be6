package io.zkhelper.boot.cache;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;

import io.zkhelper.cache.CacheClient;
import io.zkhelper.cache.CacheUnavailableException;
import io.zkhelper.cache.CachedNode;
import io.zkhelper.test.server.EmbeddedZooKeeper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for a cache that is served over HTTP while something is away.
 */
class CacheServerOutageTests {

	private static final Duration PACE = Duration.ofMillis(100);

	private static final EmbeddedZooKeeper zooKeeper = EmbeddedZooKeeper.start();

	private static CacheServer server;

	private static CacheClient client;

	@BeforeAll
	static void start() throws InterruptedException {
		server = new CacheServer(zooKeeper);
		client = CacheClient.of(List.of(server.address()));
		server.create("/zk", "");
		server.create("/zk/test_nj", "");
	}

	@AfterAll
	static void stop() {
		server.close();
		zooKeeper.close();
	}

	@Test
	@DisplayName("TC-46: over a restart of ZooKeeper each answer over HTTP is from memory, and stale exactly once")
	void answersAreStaleExactlyOnce() {
		server.create("/zk/test_nj/data1", "one");
		CacheServer.get(client.node("/zk/test_nj/data1"));
		List<Boolean> turns = new ArrayList<>(List.of(false));
		zooKeeper.stop();
		pollFor(Duration.ofSeconds(3), turns);
		assertThat(turns).containsExactly(false, true);
		zooKeeper.restart();
		await().pollInterval(PACE).atMost(Duration.ofSeconds(30)).until(() -> !poll(turns));
		pollFor(Duration.ofSeconds(1), turns);
		assertThat(turns).containsExactly(false, true, false);
	}

	private void pollFor(Duration time, List<Boolean> turns) {
		long end = System.nanoTime() + time.toNanos();
		await().pollInterval(PACE).atMost(time.plusSeconds(30)).until(() -> {
			poll(turns);
			return System.nanoTime() >= end;
		});
	}

	private boolean poll(List<Boolean> turns) {
		CachedNode node = CacheServer.get(client.node("/zk/test_nj/data1"));
		assertThat(node.cached()).isTrue();
		assertThat(node.text()).contains("one");
		if (turns.get(turns.size() - 1) != node.stale()) {
			turns.add(node.stale());
		}
		return node.stale();
	}

	@Test
	@DisplayName("TC-47: once the server is gone, the client says so")
	void theClientSaysThatTheServerIsGone() throws InterruptedException {
		CacheServer second = new CacheServer(zooKeeper);
		URI address = second.address();
		CacheClient itsClient = CacheClient.of(List.of(address));
		CacheServer.get(itsClient.node("/zk/test_nj"));
		second.close();
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> itsClient.node("/zk/test_nj").toCompletableFuture().join())
			.havingCause()
			.isInstanceOf(CacheUnavailableException.class)
			.withMessageContaining("None of the servers answers: '" + address + "'");
	}

	@Test
	void withoutAnythingInMemoryTheServerIsUnavailable() throws Exception {
		CacheServer.get(client.node("/zk"));
		server.create("/zk/unread", "");
		zooKeeper.stop();
		await().until(() -> CacheServer.get(client.node("/zk")).stale());
		HttpResponse<String> response = send(request("?path=/zk/unread").GET());
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.body()).contains("Nothing is in memory", "CONNECTION_LOSS for '/zk/unread'");
		String both = send(request("?path=/zk/unread&path=/zk").GET()).body();
		assertThat(both).contains("{\"path\":\"/zk/unread\",\"error\":\"CONNECTION_LOSS\"}", "\"stale\":true");
		zooKeeper.restart();
		await().atMost(Duration.ofSeconds(30)).until(() -> !CacheServer.get(client.node("/zk")).stale());
	}

	private HttpRequest.Builder request(String query) {
		return HttpRequest.newBuilder(URI.create(server.address() + query));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
	}

}
