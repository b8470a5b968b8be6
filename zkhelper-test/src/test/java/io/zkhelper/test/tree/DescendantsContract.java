package io.zkhelper.test.tree;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.zkhelper.session.ZnodeError;
import io.zkhelper.test.tree.MeddledNodes.Fate;
import io.zkhelper.test.world.World;
import io.zkhelper.tree.ZkTree;
import org.apache.zookeeper.ZooDefs.Perms;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is below a node, on any server.
 */
abstract class DescendantsContract extends TreeScenes {

	DescendantsContract(World world) {
		super(world);
	}

	@Test
	void parentsComeFirstAndSiblingsAreSorted() throws Exception {
		plant("/b", "/a", "/b/y", "/b/x", "/a/z", "/b/x/1", "/a/z/2");
		assertThat(tree().listDescendants(at("")))
			.isEqualTo(Stream.of("/a", "/b", "/a/z", "/b/x", "/b/y", "/a/z/2", "/b/x/1").map(this::at).toList());
	}

	@Test
	void aLeafHasNone() throws Exception {
		assertThat(tree().listDescendants(at(""))).isEmpty();
	}

	@Test
	void theRootHasThoseOfTheServersToo() throws Exception {
		assertThat(tree().listDescendants("/")).contains("/zookeeper", "/zookeeper/quota", at(""));
	}

	@Test
	void ofWhatIsMissingThereIsNoList() {
		assertRefused(() -> tree().listDescendants(at("/missing")), ZnodeError.NO_NODE);
	}

	@Test
	void whatVanishesMeanwhileIsPassedOver() throws Exception {
		plant("/a", "/a/x", "/b", "/b/y");
		ZkTree tree = tree((request, path) -> {
			if (path.equals(at("/a"))) {
				delete("/a/x");
				delete("/a");
			}
			return Fate.PASSES;
		});
		assertThat(tree.listDescendants(at(""))).containsExactly(at("/a"), at("/b"), at("/b/y"));
	}

	@Test
	void whatMustNotBeReadIsAnError() throws Exception {
		plant("/a", "/b");
		world().deny(at("/a"), Perms.READ);
		assertRefused(() -> tree().listDescendants(at("")), ZnodeError.NO_AUTH);
		world().allow(at("/a"));
	}

	@Test
	void atMost64RequestsAreUnderWay() throws Exception {
		plant(IntStream.range(100, 400).mapToObj((i) -> "/" + i).toArray(String[]::new));
		MeddledNodes nodes = new MeddledNodes(nodes(), (request, path) -> Fate.PASSES);
		List<String> found = ZkTree.on(nodes).listDescendants(at(""));
		assertThat(found).hasSize(300).isSorted();
		assertThat(nodes.mostPending()).isBetween(2, 64);
	}

	@Test
	void existenceIsSeen() throws Exception {
		plant("/a");
		assertThat(tree().exists(at("/a"))).contains(statAt("/a"));
		assertThat(tree().exists(at("/b"))).isEmpty();
	}

}
