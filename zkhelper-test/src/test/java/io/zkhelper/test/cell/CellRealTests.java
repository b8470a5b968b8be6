package io.zkhelper.test.cell;

import java.time.Duration;
import java.util.List;

import io.zkhelper.cell.CellClients;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.world.RealWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cells on real servers.
 */
class CellRealTests {

	@Nested
	class AsATree extends CellNodesContract {

		AsATree() {
			super(calm());
		}

	}

	@Nested
	class WithTrees extends CellTreeContract {

		WithTrees() {
			super(calm());
		}

	}

	@Nested
	class WithAbsences extends CellAbsenceContract {

		WithAbsences() {
			super(List.of(new RealWorld(), new RealWorld()));
		}

	}

	@Nested
	class WithLocks extends CellSessionContract {

		WithLocks() {
			super(calm());
		}

		@Test
		@DisplayName("two cells, one without its server for three seconds: locks in the other and the session survive")
		void twoCells() {
			CellClients process = process();
			HeldLock there = hold(process, "nj");
			ZkClient client = process.client("ny");
			Change.Create mine = new Change.Create("/mine", new byte[0], NodeKind.EPHEMERAL);
			answer(process.nodes("ny").create(mine));
			NodeData before = answer(process.nodes("ny").read("/mine"));
			ny().stopServers();
			awaitState(client, SessionState.SUSPENDED);
			ny().during(Duration.ofSeconds(3), "the other lock is held",
					() -> there.isValid() && client.state() == SessionState.SUSPENDED);
			ny().startServers();
			awaitState(client, SessionState.CONNECTED);
			assertThat(answer(process.nodes("ny").read("/mine")).stat()).isEqualTo(before.stat());
			assertThat(there.isValid()).isTrue();
		}

	}

	@Nested
	class Mirrored extends MirrorContract {

		Mirrored() {
			super(calm());
		}

	}

}
