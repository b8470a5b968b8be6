package io.zkhelper.boot.cache;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

import io.zkhelper.cache.CachedNode;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.server.EmbeddedZooKeeper;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that serves its cache over HTTP, in front of a real server.
 */
final class CacheServer implements AutoCloseable {

	private static final Duration SOON = Duration.ofSeconds(20);

	private final ConfigurableApplicationContext context;

	CacheServer(EmbeddedZooKeeper zooKeeper, String... properties) throws InterruptedException {
		List<String> arguments = new ArrayList<>(
				List.of("--server.port=0", "--zkhelper.connect-string=" + zooKeeper.connectString(),
						"--zkhelper.cache.paths=/zk", "--management.endpoint.znodes.access=read-only",
						"--management.endpoints.web.exposure.include=znodes", "--zkhelper.cache.max-paths=4"));
		for (String property : properties) {
			arguments.add("--" + property);
		}
		this.context = SpringApplication.run(Application.class, arguments.toArray(String[]::new));
		assertThat(client().awaitConnected(SOON)).isTrue();
	}

	URI address() {
		int port = ((WebServerApplicationContext) this.context).getWebServer().getPort();
		return URI.create("http://localhost:" + port + "/actuator/znodes");
	}

	<T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	private ZkClient client() {
		return this.context.getBean(ZkClient.class);
	}

	void create(String path, String data) {
		create(path, data, NodeKind.PERSISTENT);
	}

	void create(String path, String data, NodeKind kind) {
		assertThat(client().nodes().create(new Change.Create(path, data.getBytes(StandardCharsets.UTF_8), kind)))
			.succeedsWithin(SOON);
	}

	static CachedNode get(CompletionStage<CachedNode> stage) {
		assertThat(stage).succeedsWithin(SOON);
		return stage.toCompletableFuture().join();
	}

	@Override
	public void close() {
		this.context.close();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
