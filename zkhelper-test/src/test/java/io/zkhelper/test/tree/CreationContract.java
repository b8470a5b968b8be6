package io.zkhelper.test.tree;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.ZkAcls;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.test.tree.MeddledNodes.Fate;
import io.zkhelper.test.world.World;
import io.zkhelper.tree.CreateOptions;
import io.zkhelper.tree.MissingChrootException;
import io.zkhelper.tree.OutcomeUnknownException;
import io.zkhelper.tree.Parents;
import io.zkhelper.tree.TreeChangedException;
import io.zkhelper.tree.TreeOptions;
import io.zkhelper.tree.ZkTree;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Nodes with those above them, on any server.
 */
abstract class CreationContract extends TreeScenes {

	private static final byte[] DATA = bytes("data");

	CreationContract(World world) {
		super(world);
	}

	@Test
	@DisplayName("TR-22: parents of an ephemeral node are persistent")
	void ephemeral() throws Exception {
		NodeData node = tree().create(at("/a/b/c"), DATA, CreateOptions.DEFAULT.withKind(NodeKind.EPHEMERAL));
		assertThat(node.path()).isEqualTo(at("/a/b/c"));
		assertThat(statAt("/a/b/c").isEphemeral()).isTrue();
		assertThat(statAt("/a/b").isEphemeral()).isFalse();
		assertThat(statAt("/a").isEphemeral()).isFalse();
		assertThat(dataAt("/a/b/c")).isEqualTo("data");
		assertThat(dataAt("/a/b")).isEmpty();
	}

	@Test
	@DisplayName("TR-22: only the last name of a sequential node gets digits")
	void sequential() throws Exception {
		CreateOptions sequential = CreateOptions.DEFAULT.withKind(NodeKind.PERSISTENT_SEQUENTIAL);
		assertThat(tree().create(at("/a/b/x-"), DATA, sequential).path()).isEqualTo(at("/a/b/x-0000000000"));
		assertThat(tree().create(at("/a/b/x-"), DATA, sequential).path()).isEqualTo(at("/a/b/x-0000000001"));
		assertThat(tree().create(at("/q/r/"), DATA, sequential).path()).isEqualTo(at("/q/r/0000000000"));
	}

	@Test
	@DisplayName("TR-22: a missing chroot is an error that says so")
	void missingChroot() throws Exception {
		ZkClient client = world().connect(withChroot(at("/missing/chroot")));
		assertThat(client.awaitConnected(Duration.ofSeconds(30))).isTrue();
		assertThatExceptionOfType(MissingChrootException.class)
			.isThrownBy(() -> ZkTree.on(client.nodes()).create("/a/b", DATA))
			.withMessageContaining("the path that the connect string ends with does not exist");
		plant("/missing", "/missing/chroot");
		assertThat(ZkTree.on(client.nodes()).create("/a/b", DATA).path()).isEqualTo("/a/b");
		assertThat(isThere("/missing/chroot/a/b")).isTrue();
	}

	private ZkClientOptions withChroot(String chroot) {
		ZkClientOptions options = world().options();
		return ZkClientOptions.of(options.servers() + chroot).withTiming(options.timing());
	}

	@Test
	@DisplayName("TR-22: bad paths are refused before any request")
	void badPaths() {
		long before = world().requests();
		List<String> bad = List.of("", "foo", "a/b", "/a//b", "/a/", "/a/../b", "/.", "/a\u0000", "/x".repeat(65));
		assertThat(bad).allSatisfy((path) -> {
			assertThatIllegalArgumentException().isThrownBy(() -> tree().create(path, DATA))
				.withMessageContaining("The path '");
			assertThatIllegalArgumentException().isThrownBy(() -> tree().createOrUpdate(path, DATA));
			assertThatIllegalArgumentException().isThrownBy(() -> tree().exists(path + "//"));
			assertThatIllegalArgumentException().isThrownBy(() -> tree().listDescendants(path + "//"));
		});
		assertThat(world().requests()).isEqualTo(before);
	}

	@Test
	void paths64LevelsDeepAreNotTooDeep() throws Exception {
		plant(IntStream.range(1, 62).mapToObj("/x"::repeat).toArray(String[]::new));
		String path = at("/x".repeat(63));
		assertThat(tree().create(path, DATA).path()).isEqualTo(path);
	}

	@Test
	void takesOneRequestIfTheParentIsThere() throws Exception {
		long before = world().requests();
		tree().create(at("/a"), DATA);
		assertThat(world().requests()).isEqualTo(before + 1);
	}

	@Test
	void anExistingNodeIsRefused() throws Exception {
		plant("/a");
		assertRefused(() -> tree().create(at("/a"), DATA), ZnodeError.NODE_EXISTS);
	}

	@Test
	void withoutParentsAMissingOneIsRefused() throws Exception {
		assertRefused(() -> tree().create(at("/a/b"), DATA, CreateOptions.DEFAULT.withoutParents()),
				ZnodeError.NO_NODE);
		assertThat(isThere("/a")).isFalse();
	}

	@Test
	void anEphemeralParentIsRefused() throws Exception {
		tree().create(at("/e"), DATA, CreateOptions.DEFAULT.withKind(NodeKind.EPHEMERAL));
		assertRefused(() -> tree().create(at("/e/a/b"), DATA), ZnodeError.NO_CHILDREN_FOR_EPHEMERALS);
	}

	@Test
	@DisplayName("TR-30: lists of List.of are taken, for the node and for its parents")
	void accessControlLists() throws Exception {
		List<ACL> file = List.of(new ACL(ZkAcls.FILE, ZkAcls.anyone()));
		List<ACL> readable = List.of(new ACL(Perms.ALL & ~Perms.WRITE, ZkAcls.anyone()));
		tree().create(at("/a/b/c"), DATA,
				CreateOptions.DEFAULT.withAcl(file).withParents(new Parents(NodeKind.PERSISTENT, readable)));
		assertThat(aclAt("/a/b/c")).isEqualTo(file);
		assertThat(aclAt("/a/b")).isEqualTo(readable);
		assertThat(aclAt("/a")).isEqualTo(readable);
		assertRefused(() -> tree().create(at("/a/b/c/d"), DATA), ZnodeError.NO_AUTH);
	}

	@Test
	void parentsOfOtherKindsAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Parents(NodeKind.EPHEMERAL, List.of()))
			.withMessage("The kind of parents must be PERSISTENT or CONTAINER but was EPHEMERAL");
	}

	@Test
	void asksForNoPermissionAboveTheParentThatIsThere() throws Exception {
		plant("/a", "/a/b");
		world().deny(at("/a"), Perms.CREATE);
		assertThat(tree().create(at("/a/b/c/d"), DATA).path()).isEqualTo(at("/a/b/c/d"));
		assertRefused(() -> tree().create(at("/a/x/y"), DATA), ZnodeError.NO_AUTH);
	}

	@Test
	void aParentThatVanishesIsMadeAgain() throws Exception {
		// After the node, its parent, its grandparent and its parent again
		ZkTree tree = tree(Meddlers.beforeOne("create", 5, () -> delete("/a/b") + delete("/a")));
		assertThat(tree.create(at("/a/b/c"), DATA).path()).isEqualTo(at("/a/b/c"));
	}

	@Test
	void aParentThatVanishesEachTimeIsGivenUp() {
		ZkTree tree = tree((request, path) -> {
			if (path.equals(at("/a/b")) && isThere("/a")) {
				delete("/a");
			}
			return Fate.PASSES;
		});
		assertThatExceptionOfType(TreeChangedException.class).isThrownBy(() -> tree.create(at("/a/b"), DATA))
			.withMessageStartingWith("Creating was given up at '%s' after 3 attempts", at("/a/b"))
			.satisfies((ex) -> assertThat(ex.attempts()).isEqualTo(3))
			.satisfies((ex) -> assertThat(ex.path()).isEqualTo(at("/a/b")));
	}

	@Test
	void whoLosesTheAnswerIsTold() throws Exception {
		ZkTree tree = tree(Meddlers.fate("create", 1, Fate.ANSWER_LOST));
		assertThatExceptionOfType(OutcomeUnknownException.class).isThrownBy(() -> tree.create(at("/a"), DATA))
			.withMessageContaining("It is not known whether a write of '%s' was applied", at("/a"));
		assertThat(isThere("/a")).isTrue();
	}

	@Test
	void aRequiredPrefixIsRequired() throws Exception {
		ZkTree tree = ZkTree.on(nodes(), TreeOptions.DEFAULT.withRequiredPrefix(at("/zk")));
		assertThat(tree.create(at("/zk/a"), DATA).path()).isEqualTo(at("/zk/a"));
		for (String path : List.of(at("/zkx"), at(""), "/x/zk/y")) {
			assertThatIllegalArgumentException().isThrownBy(() -> tree.create(path, DATA))
				.withMessageContaining("The path '%s' is not within '%s'", path, at("/zk"));
			assertThatIllegalArgumentException().isThrownBy(() -> tree.deleteRecursive(path));
			assertThatIllegalArgumentException().isThrownBy(() -> tree.createOrUpdate(path, DATA));
		}
		assertThat(tree.exists(at(""))).isPresent();
	}

}
