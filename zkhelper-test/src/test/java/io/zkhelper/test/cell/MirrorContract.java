package io.zkhelper.test.cell;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.zkhelper.cell.CellClients;
import io.zkhelper.cell.InconsistentMirrorException;
import io.zkhelper.cell.MirrorResult;
import io.zkhelper.cell.MirrorUnavailableException;
import io.zkhelper.cell.MirroredNodes;
import io.zkhelper.cell.ReadPolicy;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkNodes;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.test.world.World;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The same nodes in two ensembles.
 */
abstract class MirrorContract extends CellScenes {

	private static final List<ACL> READ_ONLY = List.of(new ACL(Perms.READ | Perms.ADMIN, Ids.ANYONE_ID_UNSAFE));

	private final CellClients process = process();

	private final MirroredNodes mirror = mirror(ReadPolicy.ALL_AGREE);

	MirrorContract(List<? extends World> worlds) {
		super(worlds);
	}

	private MirroredNodes mirror(ReadPolicy policy) {
		return this.process.mirror(policy, List.of("ny", "nj"));
	}

	private static Change.Create node(String path, String data) {
		return new Change.Create(path, data.getBytes(UTF_8), NodeKind.PERSISTENT);
	}

	private void assertData(String path, String data) {
		assertThat(answer(this.mirror.read(path)).data()).asString(UTF_8).isEqualTo(data);
	}

	@Test
	void writesGoToAll() {
		assertThat(answer(this.mirror.create(node("/a", "x"))).isComplete()).isTrue();
		answer(this.mirror.setData("/a", "y".getBytes(UTF_8), MirroredNodes.ANY_VERSION));
		assertData("/a", "y");
		assertThat(ny().children("/")).contains("a");
		assertThat(nj().children("/")).contains("a");
		assertThat(answer(this.mirror.delete("/a", Map.of("ny", 1, "nj", 1))).answers()).containsOnlyKeys("ny", "nj");
		assertThat(answer(this.mirror.exists("/a"))).isEmpty();
		assertThat(refusal(this.mirror.read("/a"))).isEqualTo(ZnodeError.NO_NODE);
	}

	@Test
	@DisplayName("TR-27: the report tells which ensemble has what, and repair converges")
	void oneEnsembleFails() {
		answer(this.mirror.create(node("/a", "x")));
		MirroredNodes hasty = hasty(ReadPolicy.ALL_AGREE);
		nj().stopServers();
		MirrorResult<NodeData> created = answer(hasty.create(node("/a/b", "new")));
		assertThat(created.answers()).containsOnlyKeys("ny");
		assertThat(created.refusals().get("nj").error()).isEqualTo(ZnodeError.CONNECTION_LOSS);
		MirrorResult<NodeStat> set = answer(hasty.setData("/a", "y".getBytes(UTF_8), MirroredNodes.ANY_VERSION));
		assertThat(set.answers()).containsOnlyKeys("ny");
		assertThat(set.isComplete()).isFalse();
		nj().startServers();
		assertThat(failure(this.mirror.read("/a"))).isInstanceOfSatisfying(InconsistentMirrorException.class,
				(ex) -> assertThat(ex.values().answers()).containsOnlyKeys("ny", "nj"));
		assertThat(answer(this.mirror.repair("/a", "ny")).answers()).isEqualTo(Map.of("nj", 2));
		assertData("/a", "y");
		assertData("/a/b", "new");
		assertThat(answer(this.mirror.children("/a"))).containsExactly("b");
	}

	@Test
	void repairTakesAwayWhatTheSourceDoesNotHave() {
		answer(this.mirror.create(node("/a", "x")));
		nj().write("/a/b/c", "more");
		assertThat(failure(this.mirror.children("/a"))).isInstanceOf(InconsistentMirrorException.class);
		assertThat(answer(this.mirror.repair("/a", "ny")).answers()).isEqualTo(Map.of("nj", 2));
		assertThat(answer(this.mirror.children("/a"))).isEmpty();
		assertThat(answer(this.mirror.repair("/a", "ny")).answers()).isEqualTo(Map.of("nj", 0));
	}

	@Test
	void repairCopiesAccessControlLists() {
		answer(this.mirror.create(node("/a", "x")));
		ZkNodes ny = this.process.nodes("ny");
		answer(ny.setAcl("/a", READ_ONLY, 0));
		assertThat(failure(this.mirror.acl("/a"))).isInstanceOf(InconsistentMirrorException.class);
		assertThat(answer(this.mirror.repair("/a", "ny")).answers()).isEqualTo(Map.of("nj", 1));
		assertThat(answer(this.mirror.acl("/a")).acl()).isEqualTo(READ_ONLY);
	}

	@Test
	void repairLeavesEphemeralNodesAloneAndNoOthers() {
		answer(this.mirror.create(node("/a", "x")));
		ZkNodes ny = this.process.nodes("ny");
		answer(ny.create(new Change.Create("/a/mine", new byte[0], NodeKind.EPHEMERAL)));
		answer(ny.create(new Change.Create("/a/room", new byte[0], NodeKind.CONTAINER)));
		assertThat(answer(this.mirror.repair("/a", "ny")).answers()).isEqualTo(Map.of("nj", 1));
		assertThat(nj().children("/a")).containsExactly("room");
		answer(this.mirror.repair("/a", "nj"));
		assertThat(ny().children("/a")).containsExactlyInAnyOrder("mine", "room");
	}

	@Test
	void repairLeavesWhatLivesInASessionAndWhereItLives() {
		answer(this.mirror.create(node("/a", "x")));
		nj().write("/a/group/old", "more");
		ZkNodes nj = this.process.nodes("nj");
		answer(nj.create(new Change.Create("/a/group/member", new byte[0], NodeKind.EPHEMERAL)));
		assertThat(answer(this.mirror.repair("/a", "ny")).answers()).isEqualTo(Map.of("nj", 1));
		assertThat(nj().children("/a/group")).containsExactly("member");
	}

	@Test
	void whatGoesByItselfDoesNotEndARepair() {
		answer(this.mirror.create(node("/a", "x")));
		nj().write("/a/b/c", "more");
		ZkNodes nj = this.process.nodes("nj");
		ZkNodes late = before(Map.of("read", "/a/b/c", "delete", "/a/b"), nj);
		MirroredNodes racing = MirroredNodes.over(Map.of("ny", this.process.nodes("ny"), "nj", late),
				ReadPolicy.ALL_AGREE);
		assertThat(answer(racing.repair("/a", "ny")).answers()).isEqualTo(Map.of("nj", 0));
		assertThat(nj().children("/a")).isEmpty();
	}

	// Somebody else deletes these nodes right before these requests
	private static ZkNodes before(Map<String, String> requests, ZkNodes nodes) {
		return (ZkNodes) Proxy.newProxyInstance(ZkNodes.class.getClassLoader(), new Class<?>[] { ZkNodes.class },
				(proxy, method, args) -> {
					if (args[0].equals(requests.get(method.getName()))) {
						nodes.delete((String) args[0], Change.ANY_VERSION);
					}
					return method.invoke(nodes, args);
				});
	}

	@Test
	void eachEnsembleHasItsOwnVersion() {
		answer(this.mirror.create(node("/a", "x")));
		nj().write("/a", "x");
		Map<String, Integer> versions = answer(this.mirror.readAll("/a")).answers((node) -> node.stat().version());
		assertThat(versions).isEqualTo(Map.of("ny", 0, "nj", 1));
		assertThat(answer(this.mirror.setData("/a", new byte[0], versions)).isComplete()).isTrue();
		MirrorResult<NodeStat> late = answer(this.mirror.setData("/a", new byte[0], Map.of("ny", 1, "nj", 1)));
		assertThat(late.answers()).containsOnlyKeys("ny");
		assertThat(late.refusals().get("nj").error()).isEqualTo(ZnodeError.BAD_VERSION);
	}

	@Test
	void theFirstThatAnswersIsEnough() {
		nj().write("/a", "there");
		MirroredNodes first = hasty(ReadPolicy.FIRST);
		assertThat(refusal(first.read("/a"))).isEqualTo(ZnodeError.NO_NODE);
		ny().stopServers();
		assertThat(answer(first.read("/a")).data()).asString(UTF_8).isEqualTo("there");
		nj().stopServers();
		assertThat(failure(first.read("/a"))).isInstanceOf(MirrorUnavailableException.class);
	}

	// Connected, and not ready to wait for servers that are away
	private MirroredNodes hasty(ReadPolicy policy) {
		CellClients hasty = process(Duration.ofMillis(50));
		awaitState(hasty.client("ny"), SessionState.CONNECTED);
		awaitState(hasty.client("nj"), SessionState.CONNECTED);
		return hasty.mirror(policy, List.of("ny", "nj"));
	}

	@Test
	void whatCannotBeTheSameIsRefusedUnlessForced() {
		Change.Create ephemeral = new Change.Create("/e", new byte[0], NodeKind.EPHEMERAL);
		Change.Create numbered = new Change.Create("/n", new byte[0], NodeKind.PERSISTENT_SEQUENTIAL);
		assertThatIllegalArgumentException().isThrownBy(() -> this.mirror.create(ephemeral))
			.withMessageContaining("'/e' is EPHEMERAL");
		assertThatIllegalArgumentException().isThrownBy(() -> this.mirror.create(numbered))
			.withMessageContaining("'/n' is PERSISTENT_SEQUENTIAL");
		assertThat(answer(this.mirror.createAnyway(ephemeral)).isComplete()).isTrue();
		assertThat(answer(this.mirror.createAnyway(numbered)).answers(NodeData::path)).containsOnlyKeys("ny", "nj");
	}

	@Test
	void whatMakesNoSenseIsRefusedBeforeAnyCall() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.mirror.read("a")).withMessageContaining("'a'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.mirror.delete("/a", Map.of("ny", 1)))
			.withMessageContaining("[ny]");
		assertThatIllegalArgumentException().isThrownBy(() -> this.mirror.repair("/a", "sf"))
			.withMessageContaining("'sf'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.mirror.repair("/", "ny"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.process.mirror(ReadPolicy.FIRST, List.of("ny", "local")))
			.withMessageContaining("[ny, local]");
		assertThatIllegalArgumentException().isThrownBy(() -> this.process.mirror(ReadPolicy.FIRST, List.of()));
	}

}
