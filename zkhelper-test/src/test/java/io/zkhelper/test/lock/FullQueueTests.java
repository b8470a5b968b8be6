package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.Collections;

import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockRefusedException;
import io.zkhelper.test.world.SimulatedWorld;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.ZooDefs.Ids;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A queue whose names are about to be too long for an answer.
 */
class FullQueueTests extends LockQueryScenes<SimulatedWorld> {

	private static final int MAX = 10_000;

	FullQueueTests() {
		super(new SimulatedWorld());
	}

	@Test
	void whoComesTooLateIsRefusedAndNobodyElse() {
		HeldLock held = hold(process("a"));
		Op another = Op.create(QUEUE + "/lock-", new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL_SEQUENTIAL);
		for (int made = 1; made < MAX; made += 1111) {
			assertThat(get(client(0).commit(held.guard(), Collections.nCopies(1111, another))).isCommitted()).isTrue();
		}
		LockRefusedException refusal = failure(process("b").get("ledger").acquireAsync(Duration.ofSeconds(1)),
				LockRefusedException.class);
		assertThat(refusal).hasMessageStartingWith("Lock 'ledger' can't be acquired: QUEUE_FULL for '" + QUEUE + "'");
		world().await("its node is gone", () -> world().children(QUEUE).size() == MAX);
		assertThat(held.isValid()).isTrue();
	}

}
