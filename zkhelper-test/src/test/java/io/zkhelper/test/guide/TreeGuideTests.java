package io.zkhelper.test.guide;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.Security;
import io.zkhelper.session.ZkAcls;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import io.zkhelper.tree.CreateOptions;
import io.zkhelper.tree.DeleteOptions;
import io.zkhelper.tree.Edit;
import io.zkhelper.tree.Parents;
import io.zkhelper.tree.TreeOptions;
import io.zkhelper.tree.UpdateResult;
import io.zkhelper.tree.UpdateResult.Outcome;
import io.zkhelper.tree.WrittenNode;
import io.zkhelper.tree.ZkGlob;
import io.zkhelper.tree.ZkTree;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.data.ACL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The examples of {@code docs/tree.md}, which are copies of what is here.
 */
class TreeGuideTests {

	private static EmbeddedZooKeeper server;

	private static ZkClient client;

	private static ZkTree tree;

	@BeforeAll
	static void connect() throws InterruptedException {
		server = EmbeddedZooKeeper.start();
		client = ZkClient
			.connect(ZkClientOptions.of(server.connectString()).withSecurity(Security.of("digest", "shop:secret")));
		tree = ZkTree.on(client.nodes());
		assertThat(client.awaitConnected(Duration.ofSeconds(30))).isTrue();
	}

	@AfterEach
	void clear() throws InterruptedException {
		tree.deleteRecursive("/shop", DeleteOptions.DEFAULT.withShallow());
	}

	@AfterAll
	static void close() {
		client.close();
		server.close();
	}

	private static byte[] bytes(Object value) {
		return value.toString().getBytes(UTF_8);
	}

	private static int number(byte[] data) {
		return Integer.parseInt(new String(data, UTF_8));
	}

	private static byte[] increment(Optional<NodeData> node) {
		return bytes(node.map((read) -> number(read.data())).orElse(0) + 1);
	}

	@Test
	void fiveLines() throws InterruptedException {
		ZkTree tree = ZkTree.on(client.nodes());
		tree.create("/shop/prices/eur", bytes("1.00"));
		tree.update("/shop/orders", (node) -> Edit.replace(increment(node)));
		List<String> paths = tree.listDescendants("/shop"); // parents first
		tree.deleteRecursive("/shop/prices");
		assertThat(paths).containsExactly("/shop/orders", "/shop/prices", "/shop/prices/eur");
		assertThat(tree.listDescendants("/shop")).containsExactly("/shop/orders");
	}

	@Test
	void creating() throws InterruptedException {
		CreateOptions options = CreateOptions.DEFAULT.withKind(NodeKind.EPHEMERAL)
			.withAcl(ZkAcls.file(ZkAcls.anyone()))
			.withParents(new Parents(NodeKind.CONTAINER, ZkAcls.open()));
		tree.create("/shop/workers/one", bytes("here"), options);
		assertThat(tree.exists("/shop/workers/one").orElseThrow().isEphemeral()).isTrue();
		assertThat(tree.exists("/shop/workers").orElseThrow().isEphemeral()).isFalse();
	}

	@Test
	void writing() throws InterruptedException {
		tree.create("/shop/config", bytes("v1"));
		WrittenNode written = tree.createOrUpdate("/shop/config", bytes("v2"));
		boolean wasThere = !written.created();
		assertThat(wasThere).isTrue();
	}

	@Test
	void deleting() throws InterruptedException {
		tree.create("/shop/old/prices", bytes("1"));
		int version = tree.exists("/shop/old").orElseThrow().version();
		tree.deleteRecursive("/shop/old", DeleteOptions.DEFAULT.withVersion(version).withFreezing());
		assertThat(tree.exists("/shop/old")).isEmpty();
	}

	@Test
	void wildcards() throws InterruptedException {
		tree.create("/shop/b/log", bytes(""));
		tree.create("/shop/a/log", bytes(""));
		List<String> logs = ZkGlob.resolve(client.nodes(), List.of("/shop/*/log", "/shop/config"));
		assertThat(logs).containsExactly("/shop/a/log", "/shop/b/log", "/shop/config");
	}

	@Test
	void updating() throws InterruptedException {
		UpdateResult result = tree.update("/shop/orders",
				(node) -> node.isEmpty() ? Edit.replace(bytes("1")) : Edit.keep());
		assertThat(result.outcome()).isEqualTo(Outcome.CREATED);
	}

	@Test
	void transactions() throws InterruptedException {
		tree.create("/shop/stock", bytes(5));
		tree.create("/shop/sold", bytes(0));
		int left = tree.transaction((tx) -> {
			int from = number(tx.read("/shop/stock").orElseThrow());
			int to = number(tx.read("/shop/sold").orElseThrow());
			tx.write("/shop/stock", bytes(from - 1));
			tx.write("/shop/sold", bytes(to + 1));
			return from - 1;
		});
		assertThat(left).isEqualTo(4);
		assertThat(tree.update("/shop/sold", (node) -> Edit.keep()).node().orElseThrow().data()).isEqualTo(bytes(1));
	}

	@Test
	void accessControlLists() throws Exception {
		tree.create("/shop/config", bytes(""));
		List<ACL> ours = ZkAcls.allow(ZkAcls.DIRECTORY, ZkAcls.digest("shop", "secret"));
		List<ACL> everybodyReads = ZkAcls.allow(ZooDefs.Perms.READ, ZkAcls.anyone());
		client.nodes().setAcl("/shop/config", ours, Change.ANY_VERSION);
		boolean directory = ZkAcls.isDirectory(ours); // somebody may create children
		assertThat(directory).isTrue();
		assertThat(ZkAcls.isDirectory(everybodyReads)).isFalse();
		assertThat(client.nodes().acl("/shop/config").toCompletableFuture().get().acl()).isEqualTo(ours);
	}

	@Test
	void options() throws InterruptedException {
		ZkTree ours = ZkTree.on(client.nodes(), TreeOptions.DEFAULT.withRequiredPrefix("/shop").withAttempts(10));
		ours.create("/shop/a", bytes(""));
		assertThatIllegalArgumentException().isThrownBy(() -> ours.create("/shpo/a", bytes("")));
	}

	@Test
	void theGuideShowsWhatIsTestedHere() throws IOException {
		assertThat(Guide.examplesNotIn(getClass(), "tree.md")).isEmpty();
	}

}
