package io.zkhelper.test.contract;

import java.util.List;
import java.util.stream.Stream;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Nodes that a test loads into the simulation are as nodes that a client makes on the
 * real server.
 */
class LoadedNodesTests {

	private static final List<String> PATHS = List.of("/load", "/load/a", "/load/a/b", "/load/a/b/c", "/load/d");

	@Test
	@DisplayName("TC-24: nodes from a file look as those that a client has made on the real server")
	void loadedNodes() {
		try (SimulatedStage simulated = SimulatedStage.onVirtualTime(); RealStage real = new RealStage()) {
			simulated.load("{\"/load\": \"x\", \"/load/a\": null, \"/load/a/b/c\": {}, \"/load/d\": 7}");
			assertThat(seenOn(simulated)).isEqualTo(seenOn(real, "x", "", "", "{}", "7"));
		}
	}

	private static List<String> seenOn(Stage stage, String... contents) {
		try (Actor actor = Actor.connect(stage)) {
			for (int i = 0; i < contents.length; i++) {
				actor.create(new Change.Create(PATHS.get(i), Actor.bytes(contents[i]), NodeKind.PERSISTENT));
			}
			return PATHS.stream().flatMap((path) -> seenBy(actor, path)).toList();
		}
	}

	private static Stream<String> seenBy(Actor actor, String path) {
		NodeData node = actor.read(path).value();
		NodeStat stat = node.stat();
		return Stream.of("%s '%s' version %d acl %d children %d %d owner %d bytes %d".formatted(path,
				new String(node.data()), stat.version(), stat.aclVersion(), stat.childCount(), stat.childrenVersion(),
				stat.ephemeralOwner(), stat.dataLength()), "" + actor.readAcl(path).value().acl());
	}

}
