package io.zkhelper.test.tree;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkNodes;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.test.tree.MeddledNodes.Meddler;
import io.zkhelper.test.world.World;
import io.zkhelper.tree.TreeOptions;
import io.zkhelper.tree.ZkTree;
import org.apache.zookeeper.data.ACL;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
			get(request);
		}
	}

	/**
	 * Wait for an answer.
	 */
	static <T> T get(CompletionStage<T> answer) throws Exception {
		return answer.toCompletableFuture().get();
	}

	ZkTree tree() {
		return ZkTree.on(nodes());
	}

	/**
	 * Return the tree with somebody in between, and three attempts.
	 */
	ZkTree tree(Meddler meddler) {
		return ZkTree.on(new MeddledNodes(nodes(), meddler), TreeOptions.DEFAULT.withAttempts(3));
	}

	String dataAt(String below) throws Exception {
		return new String(get(nodes().read(at(below))).data(), UTF_8);
	}

	NodeStat statAt(String below) throws Exception {
		return get(nodes().read(at(below))).stat();
	}

	List<ACL> aclAt(String below) throws Exception {
		return get(nodes().acl(at(below))).acl();
	}

	boolean isThere(String below) throws Exception {
		return get(nodes().exists(at(below))).isPresent();
	}

	NodeStat write(String below, String data) throws Exception {
		return get(nodes().setData(at(below), bytes(data), Change.ANY_VERSION));
	}

	String delete(String below) throws Exception {
		return get(nodes().delete(at(below), Change.ANY_VERSION));
	}

	static byte[] bytes(String text) {
		return text.getBytes(UTF_8);
	}

	static void assertRefused(ThrowingCallable what, ZnodeError why) {
		assertThatExceptionOfType(NodeException.class).isThrownBy(what)
			.satisfies((ex) -> assertThat(ex.error()).isEqualTo(why));
	}

}
