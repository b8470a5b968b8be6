package io.zkhelper.test.tree;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.Security;
import io.zkhelper.session.ZkAcls;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.test.world.World;
import io.zkhelper.tree.ZkTree;
import org.apache.zookeeper.data.ACL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Access control lists as they are handed over, on any server.
 */
abstract class AclContract extends TreeScenes {

	private static final List<ACL> FILE = List.of(new ACL(ZkAcls.FILE, ZkAcls.anyone()));

	AclContract(World world) {
		super(world);
	}

	@Test
	@DisplayName("TR-30: lists of List.of are taken by all requests")
	void immutableLists() throws Exception {
		get(nodes().create(new Change.Create(at("/one"), bytes(""), NodeKind.PERSISTENT, FILE)));
		get(nodes().multi(List.of(new Change.Create(at("/two"), bytes(""), NodeKind.PERSISTENT, FILE))));
		plant("/three");
		get(nodes().setAcl(at("/three"), FILE, 0));
		assertThat(List.of(aclAt("/one"), aclAt("/two"), aclAt("/three"))).containsOnly(FILE);
	}

	@Test
	@DisplayName("TR-30: lists of List.of are taken from a client's options")
	void immutableListsOfTheClient() throws Exception {
		Security security = new Security(List.of(), FILE, Map.of());
		ZkClient client = world().connect(world().options().withSecurity(security));
		assertThat(client.awaitConnected(Duration.ofSeconds(30))).isTrue();
		ZkTree.on(client.nodes()).create(at("/leaf"), bytes(""));
		assertThat(aclAt("/leaf")).isEqualTo(FILE);
	}

	@Test
	void whoKnowsThePasswordMayDoIt() throws Exception {
		ZkClient keeper = world().connect(world().options().withSecurity(Security.of("digest", "keeper:secret")));
		assertThat(keeper.awaitConnected(Duration.ofSeconds(30))).isTrue();
		plant("/vault");
		get(nodes().setAcl(at("/vault"), ZkAcls.directory(ZkAcls.digest("keeper", "secret")), Change.ANY_VERSION));
		assertRefused(() -> tree().create(at("/vault/a"), bytes("")), ZnodeError.NO_AUTH);
		assertThat(ZkTree.on(keeper.nodes()).create(at("/vault/a"), bytes("")).path()).isEqualTo(at("/vault/a"));
	}

}
