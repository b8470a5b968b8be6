package io.zkhelper.boot.cache;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletionException;

import io.zkhelper.boot.embedded.FreePort;
import io.zkhelper.cache.CacheClient;
import io.zkhelper.cache.CacheRefusedException;
import io.zkhelper.cache.CachedNode;
import io.zkhelper.cache.NodeCache;
import io.zkhelper.session.Answer;
import io.zkhelper.session.NodeKind;
import io.zkhelper.test.server.EmbeddedZooKeeper;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a cache that is served over HTTP.
 */
class CacheServerTests {

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
	@DisplayName("TC-40, TC-41, TC-42, TC-43: one node, several, and children, by one good server of three")
	void nodesAreReadOverHttp() {
		List.of("vt", "vt/b,a", "vt/c", "data1", "data2")
			.forEach((name) -> server.create("/zk/test_nj/" + name, "Test " + name));
		URI nobody = URI.create("http://localhost:" + FreePort.next() + "/actuator/znodes");
		CacheClient one = CacheClient.of(List.of(nobody, server.address(), nobody));
		CachedNode first = CacheServer.get(one.node("/zk/test_nj/data1"));
		CachedNode second = CacheServer.get(one.node("/zk/test_nj/data1"));
		assertThat(List.of(first.cached(), second.cached())).containsExactly(false, true);
		assertThat(List.of(first.stale(), second.stale())).containsOnly(false);
		assertThat(second.text()).contains("Test data1");
		assertThat(List.of(second.stat().version(), second.stat().childCount())).containsOnly(0);
		List<String> paths = List.of("/zk/test_nj/data1", "/zk/test_nj/vt/b,a", "/zk/test_nj/data2", "/zk/absent");
		assertThat(cached(one, paths)).containsExactly(true, false, false, false);
		assertThat(cached(one, paths)).containsOnly(true);
		CachedNode children = CacheServer.get(one.children("/zk/test_nj/vt"));
		assertThat(children.children()).containsExactly("b,a", "c");
		assertThat(List.of(children.stat().childCount(), children.stat().childrenVersion())).containsOnly(2);
		assertThat(children.cached()).isFalse();
	}

	private static List<Boolean> cached(CacheClient client, List<String> paths) {
		List<Answer<CachedNode>> answers = client.nodes(paths).toCompletableFuture().join();
		assertThat(answers).extracting((answer) -> answer.value().path()).isEqualTo(paths);
		assertThat(answers.get(3).value().exists()).isFalse();
		return answers.stream().map((answer) -> answer.value().cached()).toList();
	}

	@Test
	@DisplayName("TC-45: the local cell of the server is not told to others")
	void theLocalCellIsNotResolved() {
		assertThat(refusal("/zk/local/data1"))
			.hasMessageContaining(
					"Path '/zk/local/data1' is not shown: the cell that is local to this server may not be yours")
			.hasMessageContaining("'zkhelper.cache.resolve-local'");
		assertThat(refusal("/zk/local").status()).isEqualTo(403);
		assertThat(CacheServer.get(client.node("/zk/locals")).exists()).isFalse();
	}

	@Test
	void onlyListedNodesAreShown() {
		assertThat(refusal("/zookeeper")).hasMessageContaining("status 403: Path '/zookeeper' is not shown")
			.hasMessageContaining("'zkhelper.cache.paths'");
		assertThat(refusal("/zkhelper").status()).as("is not below /zk").isEqualTo(403);
		assertThat(CacheServer.get(client.children("/zk")).children()).containsExactly("test_nj");
	}

	private CacheRefusedException refusal(String path) {
		try {
			throw new AssertionError("There is an answer: " + client.node(path).toCompletableFuture().join());
		}
		catch (CompletionException ex) {
			return (CacheRefusedException) ex.getCause();
		}
	}

	@Test
	void theFormIsStableAndNamesNoSession() throws Exception {
		server.create("/zk/test_nj/me", "ü", NodeKind.EPHEMERAL);
		HttpResponse<String> response = send(request("?path=/zk/test_nj/me&path=/zk/none").GET());
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body())
			.startsWith("{\"nodes\":[{\"path\":\"/zk/test_nj/me\",\"exists\":true,\"data\":\"w7w=\",\"text\":\"ü\",")
			.contains("\"ephemeral\":true", "\"dataLength\":2")
			.containsPattern("\"cached\":false,\"stale\":false,\"age\":\"PT[0-9.]+S\"")
			.contains("{\"path\":\"/zk/none\",\"exists\":false,\"cached\":false,\"stale\":false,")
			.doesNotContain("phemeralOwner", "null");
		long owner = server.bean(NodeCache.class)
			.node("/zk/test_nj/me")
			.toCompletableFuture()
			.join()
			.stat()
			.ephemeralOwner();
		assertThat(response.body()).doesNotContain(String.valueOf(owner), Long.toHexString(owner));
	}

	@Test
	void badRequestsSayWhatIsWrong() throws Exception {
		HttpResponse<String> none = send(request("").GET());
		assertThat(none.statusCode()).isEqualTo(400);
		assertThat(none.body()).contains("No node is named: add '?path=/…'");
		HttpResponse<String> many = send(request("?path=/zk" + "&path=/zk".repeat(4)).GET());
		assertThat(many.statusCode()).isEqualTo(400);
		assertThat(many.body()).contains("A request may ask for 1 to 4 paths, not for 5", "'zkhelper.cache.max-paths'");
		HttpResponse<String> invalid = send(request("?path=/zk//a").GET());
		assertThat(invalid.statusCode()).isEqualTo(400);
		assertThat(invalid.body()).contains("'/zk//a' is not a valid path");
		assertThat(send(request("?path=/zk").DELETE()).statusCode()).isEqualTo(405);
		assertThat(send(request("?path=/zk").POST(BodyPublishers.noBody())).statusCode()).isEqualTo(405);
	}

	private HttpRequest.Builder request(String query) {
		return HttpRequest.newBuilder(URI.create(server.address() + query));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
	}

}
