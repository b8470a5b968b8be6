package io.zkhelper.test.guide;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;

import io.zkhelper.cache.CacheClient;
import io.zkhelper.cache.CachedNode;
import io.zkhelper.cache.CachedNodes;
import io.zkhelper.cache.NodeCache;
import io.zkhelper.session.Answer;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.memory.InMemoryZooKeeper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The examples of {@code docs/cache.md}, which are copies of these methods.
 */
class CacheGuideTests {

	@Test
	void nodesAreReadFromMemory() throws Exception {
		EventLoop serverLoop = EventLoop.onDaemonThread("server");
		InMemoryZooKeeper zooKeeper = new InMemoryZooKeeper(serverLoop);
		zooKeeper.load("{ \"/config/limits\": { \"max\": 10 } }");
		EventLoop loop = EventLoop.onDaemonThread("client");
		try (ZkClient client = ZkClient.connect(ZkClientOptions.of("memory"), zooKeeper, loop)) {
			assertThat(client.awaitConnected(Duration.ofSeconds(10))).isTrue();
			NodeCache cache = NodeCache.on(client);
			CachedNode limits = cache.node("/config/limits").toCompletableFuture().join();
			String text = limits.text().orElse("");
			boolean doubtful = limits.stale();
			assertThat(text).isEqualTo("{\"max\":10}");
			assertThat(doubtful).isFalse();
			List<Answer<CachedNode>> answers = cache.nodes(List.of("/config/limits", "/config/none"))
				.toCompletableFuture()
				.join();
			assertThat(answers).extracting((answer) -> answer.value().exists()).containsExactly(true, false);
		}
		zooKeeper.close();
		serverLoop.shutdown();
	}

	@Test
	@DisplayName("TC-49: a cache over nodes that a test has written down, with some text replaced")
	void aTestWritesItsNodesDown() throws Exception {
		EventLoop serverLoop = EventLoop.onDaemonThread("server");
		InMemoryZooKeeper zooKeeper = new InMemoryZooKeeper(serverLoop);
		zooKeeper.load("""
				{
					"/services/mail/1": { "host": "HOST", "port": 25 },
					"/services/mail/2": { "host": "HOST", "port": 26 }
				}""".replace("HOST", "mail.example.org"));
		EventLoop loop = EventLoop.onDaemonThread("client");
		ZkClient client = ZkClient.connect(ZkClientOptions.of("memory"), zooKeeper, loop);
		NodeCache cache = NodeCache.on(client);
		assertThat(client.awaitConnected(Duration.ofSeconds(10))).isTrue();
		assertThat(endPoints(cache)).containsExactly("{\"host\":\"mail.example.org\",\"port\":25}",
				"{\"host\":\"mail.example.org\",\"port\":26}");
		client.close();
		zooKeeper.close();
		serverLoop.shutdown();
	}

	// As the code under test would
	private static List<String> endPoints(CachedNodes nodes) {
		List<String> names = nodes.children("/services/mail").toCompletableFuture().join().children();
		return nodes.nodes(names.stream().map((name) -> "/services/mail/" + name).toList())
			.toCompletableFuture()
			.join()
			.stream()
			.map((answer) -> answer.value().text().orElseThrow())
			.toList();
	}

	@Test
	void serversAreNamedByTheirEndpoints() {
		CachedNodes nodes = CacheClient.of(List.of(URI.create("http://app-1:8080/actuator/znodes"),
				URI.create("http://app-2:8080/actuator/znodes")));
		assertThat(nodes).isNotNull();
	}

	@Test
	void theGuideShowsWhatIsTestedHere() throws IOException {
		assertThat(Guide.examplesNotIn(getClass(), "cache.md")).isEmpty();
	}

}
