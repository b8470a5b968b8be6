package io.zkhelper.test.cell;

import java.util.List;

import io.zkhelper.cell.CellClients;
import io.zkhelper.cell.CellView;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkNodes;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.test.world.World;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Nodes of several cells as one tree.
 */
abstract class CellNodesContract extends CellScenes {

	private static final List<ACL> READ_ONLY = List.of(new ACL(Perms.READ | Perms.ADMIN, Ids.ANYONE_ID_UNSAFE));

	private final CellClients process = process();

	private final ZkNodes nodes = this.process.nodes();

	CellNodesContract(List<? extends World> worlds) {
		super(worlds);
	}

	private static Change.Create node(String path) {
		return new Change.Create(path, new byte[] { 1 }, NodeKind.PERSISTENT);
	}

	private void populate() {
		answer(this.nodes.create(node("/zk/ny")));
		answer(this.nodes.create(node("/zk/nj")));
	}

	@Test
	@DisplayName("TR-26: 'local' and the real name of the cell share one connection")
	void oneConnection() {
		assertThat(this.process.client("local")).isSameAs(this.process.client("ny"));
		answer(this.nodes.create(node("/zk/local")));
		answer(this.nodes.read("/zk/ny"));
		assertThat(connections()).isOne();
		assertThat(this.process.locate("/zk/local/a").path()).isEqualTo("/zk/ny/a");
		assertThat(this.process.locate("/zk/local/a").client()).isSameAs(this.process.client("ny"));
	}

	@Test
	@DisplayName("TR-26: access control lists of 'local' are those of the cell")
	void accessControlListsAreTranslated() {
		answer(this.nodes.create(node("/zk/ny")));
		answer(this.nodes.setAcl("/zk/local", READ_ONLY, 0));
		assertThat(answer(this.nodes.acl("/zk/local")).path()).isEqualTo("/zk/ny");
		assertThat(answer(this.nodes.acl("/zk/ny")).acl()).isEqualTo(READ_ONLY);
		assertThat(refusal(this.nodes.setData("/zk/local", new byte[0], 0))).isEqualTo(ZnodeError.NO_AUTH);
		assertThat(ny().children("/zk")).containsExactly("ny");
	}

	@Test
	@DisplayName("TR-26: every other verb translates 'local' as well")
	void everyVerbIsTranslated() {
		populate();
		assertThat(answer(this.nodes.create(node("/zk/local/a"))).path()).isEqualTo("/zk/ny/a");
		assertThat(answer(this.nodes.read("/zk/local/a")).data()).containsExactly(1);
		assertThat(answer(this.nodes.exists("/zk/local/a"))).isPresent();
		assertThat(answer(this.nodes.children("/zk/local"))).containsExactly("a");
		assertThat(answer(this.nodes.setData("/zk/local/a", new byte[0], 0)).version()).isOne();
		assertThat(answer(this.nodes.sync("/zk/local/a"))).isEqualTo("/zk/ny/a");
		answer(this.nodes.multi(List.of(new Change.Check("/zk/local/a", 1), node("/zk/ny/b"))));
		assertThat(answer(this.nodes.delete("/zk/local/a", 1))).isEqualTo("/zk/ny/a");
		assertThat(ny().children("/zk/ny")).containsExactly("b");
		assertThat(nj().children("/zk/nj")).isEmpty();
	}

	@Test
	void eachPathGoesToItsCell() {
		populate();
		answer(this.nodes.create(node("/zk/nj/a")));
		assertThat(nj().children("/zk/nj")).containsExactly("a");
		assertThat(ny().children("/zk")).containsExactly("ny");
	}

	@Test
	void namesThatTheServerCompletes() {
		populate();
		Change.Create create = new Change.Create("/zk/local/", new byte[0], NodeKind.EPHEMERAL_SEQUENTIAL);
		assertThat(answer(this.nodes.create(create)).path()).isEqualTo("/zk/ny/0000000000");
	}

	@Test
	void refusalsOfServersArePassedOn() {
		populate();
		assertThat(refusal(this.nodes.create(node("/zk/ny")))).isEqualTo(ZnodeError.NODE_EXISTS);
		assertThat(refusal(this.nodes.create(node("/zk/ny/a/b")))).isEqualTo(ZnodeError.NO_NODE);
		assertThat(refusal(this.nodes.delete("/zk/ny", 7))).isEqualTo(ZnodeError.BAD_VERSION);
	}

	@Test
	void whatIsTooLongForARequestIsRefusedBeforeAnythingIsSent() {
		byte[] much = new byte[2_000_000];
		Change.Create create = new Change.Create("/zk/ny", much, NodeKind.PERSISTENT);
		assertThatIllegalArgumentException().isThrownBy(() -> this.nodes.create(create))
			.withMessageContaining("1000000 bytes");
		answer(this.process.nodes("ny").sync("/"));
		assertThat(ny().children("/")).doesNotContain("zk");
	}

	@Test
	void viewsTellHowConnectionsStand() {
		awaitState(this.process.client("ny"), SessionState.CONNECTED);
		assertThat(this.process.views()).extracting(CellView::cell).containsExactly("nj", "ny");
		assertThat(this.process.views().get(0).session()).isEmpty();
		assertThat(this.process.views().get(1).session())
			.hasValueSatisfying((view) -> assertThat(view.state()).isEqualTo(SessionState.CONNECTED));
	}

	@Test
	void closingEndsAllConnectionsForGood() {
		populate();
		answer(this.process.closeAsync());
		assertThat(this.process.views()).hasSize(2)
			.allSatisfy((view) -> assertThat(view.session().orElseThrow().state()).isEqualTo(SessionState.CLOSED));
		assertThatIllegalStateException().isThrownBy(() -> this.process.client("ny")).withMessageContaining("'ny'");
		assertThatIllegalStateException().isThrownBy(() -> this.nodes.read("/zk/ny"));
	}

}
