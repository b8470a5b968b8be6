package io.zkhelper.boot.cache;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;

import io.zkhelper.boot.actuate.ZnodesEndpoint;
import io.zkhelper.cache.CacheClient;
import io.zkhelper.cache.CacheRefusedException;
import io.zkhelper.cell.CellClients;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkNodes;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for a cache that is served over HTTP by an application with cells and without
 * {@code zkhelper.connect-string}.
 */
class CellsOnlyCacheServerTests {

	private final EmbeddedZooKeeper zooKeeper = EmbeddedZooKeeper.start();

	private final ConfigurableApplicationContext context = SpringApplication.run(CacheServer.Application.class,
			"--server.port=0", "--zkhelper.cells.connect-strings.ny=" + this.zooKeeper.connectString(),
			"--zkhelper.cache.paths=/", "--management.endpoint.znodes.access=read-only",
			"--management.endpoints.web.exposure.include=znodes");

	private final CacheClient client = CacheClient.of(List.of(address()));

	private URI address() {
		int port = ((WebServerApplicationContext) this.context).getWebServer().getPort();
		return URI.create("http://localhost:" + port + "/actuator/znodes");
	}

	@AfterEach
	void stop() {
		this.context.close();
		this.zooKeeper.close();
	}

	@Test
	void answersForCells() {
		assertThat(this.context.getBeansOfType(ZkClient.class)).isEmpty();
		assertThat(this.context.getBeansOfType(ZnodesEndpoint.class)).hasSize(1);
		create("/zk/ny", "");
		create("/zk/ny/a", "of the cell");
		assertThat(CacheServer.get(this.client.node("/zk/ny/a")).text()).contains("of the cell");
		assertThat(CacheServer.get(this.client.children("/zk/ny")).children()).containsExactly("a");
	}

	private void create(String path, String data) {
		ZkNodes nodes = this.context.getBean(CellClients.class).nodes();
		assertThat(nodes.create(new Change.Create(path, data.getBytes(StandardCharsets.UTF_8), NodeKind.PERSISTENT)))
			.succeedsWithin(Duration.ofSeconds(20));
	}

	@Test
	void refusesPathsInNoCell() {
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> this.client.node("/a").toCompletableFuture().join())
			.havingCause()
			.isInstanceOf(CacheRefusedException.class)
			.withMessageContaining("status 400")
			.withMessageContaining("Path '/a' is in no cell, and 'zkhelper.connect-string' is not set")
			.withMessageContaining("ask for '/zk/<cell>/…'");
	}

}
