package io.zkhelper.test.cell;

import java.util.List;

import io.zkhelper.cell.CellClients;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the sessions of cells outlive.
 */
abstract class CellSessionContract extends CellScenes {

	private static final String LOCK = "/zkhelper/locks/ledger";

	CellSessionContract(List<? extends World> worlds) {
		super(worlds);
	}

	@Test
	@DisplayName("TR-25: a short disconnect leaves the session of a cell and the locks in it alone")
	void shortDisconnect() {
		CellClients process = process();
		HeldLock held = hold(process, "local");
		ZkClient client = process.client("ny");
		long session = ownerOfLock(process);
		ny().cut(client);
		awaitState(client, SessionState.SUSPENDED);
		ny().heal(client);
		awaitState(client, SessionState.CONNECTED);
		assertThat(ownerOfLock(process)).isEqualTo(session);
		assertThat(held.isValid()).isTrue();
		assertThat(process.client("local")).isSameAs(client);
		assertThat(connections()).isOne();
	}

	final HeldLock hold(CellClients process, String cell) {
		DistributedLocks locks = DistributedLocks.on(process.client(cell));
		return answer(locks.get("ledger").acquireAsync());
	}

	final long ownerOfLock(CellClients process) {
		String name = answer(process.nodes("ny").children(LOCK)).get(0);
		NodeData node = answer(process.nodes("ny").read(LOCK + "/" + name));
		assertThat(node.stat().isEphemeral()).isTrue();
		return node.stat().ephemeralOwner();
	}

}
