package io.zkhelper.test.tree;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkNodes;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * One server and one client for all scenes of a class, and a tree of its own for each.
 */
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(60)
abstract class TreeScenes {

	private final World world;

	private final ZkClient client;

	private int scenes;

	private String top = "/";

	TreeScenes(World world) {
		this.world = world;
		this.client = world.connect();
	}

	@BeforeAll
	void connect() throws InterruptedException {
		assertThat(this.client.awaitConnected(Duration.ofSeconds(30))).isTrue();
	}

	@BeforeEach
	void begin() throws Exception {
		this.top = "/scene" + this.scenes++;
		plant("");
	}

	@AfterAll
	void close() {
		this.world.close();
	}

	World world() {
		return this.world;
	}

	ZkClient client() {
		return this.client;
	}

	ZkNodes nodes() {
		return this.client.nodes();
	}

	/**
	 * Return a path of this scene.
	 * @param below the path below its top node, which begins with a slash
	 */
	String at(String below) {
		return this.top + below;
	}

	/**
	 * Create empty nodes of this scene, parents first.
	 */
	void plant(String... below) throws Exception {
		List<CompletionStage<NodeData>> requests = new ArrayList<>();
		for (String path : below) {
			requests.add(nodes().create(new Change.Create(at(path), new byte[0], NodeKind.PERSISTENT)));
		}
		for (CompletionStage<NodeData> request : requests) {
			request.toCompletableFuture().get();
		}
	}

	String dataAt(String below) throws Exception {
		return new String(nodes().read(at(below)).toCompletableFuture().get().data(), UTF_8);
	}

	NodeStat statAt(String below) throws Exception {
		return nodes().read(at(below)).toCompletableFuture().get().stat();
	}

	boolean isThere(String below) throws Exception {
		return nodes().exists(at(below)).toCompletableFuture().get().isPresent();
	}

}
