package io.zkhelper.test.lock;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;

import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A crowd that wants one lock: twenty clients with fifty queues each.
 */
class ManyWaitersTests extends LockScenes<SimulatedWorld> {

	private static final int CROWD = 1000;

	private final List<LockUser> users = IntStream.range(0, 20).mapToObj((index) -> connected()).toList();

	private final Queue<HeldLock> granted = new ArrayDeque<>();

	ManyWaitersTests() {
		super(new SimulatedWorld());
	}

	private DistributedLock lock(int index) {
		return DistributedLocks.on(this.users.get(index % this.users.size()).client()).get("ledger");
	}

	@Test
	@DisplayName("done-when 3, I7: of a thousand waiters a release wakes one, and nothing is left of who was served")
	void crowd() {
		HeldLock holder = hold(lock(0)).held();
		int watches = world().watches();
		int tasks = world().pending();
		long heap = usedHeap();
		IntStream.range(0, CROWD).forEach((index) -> lock(index).acquireAsync().thenAccept(this.granted::add));
		// Who is next, or was when it got the lock, watches its own node besides
		int own = 1;
		world().await("one watch for each", () -> world().watches() == watches + CROWD + own);
		assertThat(contenders()).hasSize(CROWD + 1);
		assertThat((usedHeap() - heap) / CROWD).as("bytes for each, the simulated server's included")
			.isLessThan(60_000);
		world().await("timers", () -> world().pending() < tasks + 2 * CROWD + 100);
		for (int served = 0; served < CROWD; served++) {
			holder = wakesOne(holder);
			assertThat(world().watches() - watches).isBetween(CROWD - 1 - served, CROWD - 1 - served + own);
		}
		awaitReleased(holder);
		world().await("no more timers than before", () -> world().pending() <= tasks);
		assertThat(contenders()).isEmpty();
		assertThat((usedHeap() - heap) / CROWD).as("bytes left of each").isLessThan(6_000);
	}

	private static long usedHeap() {
		MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
		memory.gc();
		memory.gc();
		return memory.getHeapMemoryUsage().getUsed();
	}

	private HeldLock wakesOne(HeldLock holder) {
		long before = world().requests();
		holder.close();
		world().await("another one holds", () -> !this.granted.isEmpty());
		assertThat(this.granted).hasSize(1);
		assertThat(world().requests() - before).as("deletion, confirmation, a heartbeat").isLessThanOrEqualTo(4);
		return this.granted.remove();
	}

}
