package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * What servers do with the directory of a lock that nobody wants any more.
 */
class LockDirectoryTests {

	@Test
	@Timeout(60)
	@DisplayName("TestInterProcessMutexBase: the directory of a lock that nobody wants is removed by a real server")
	void isRemovedByARealServer() throws InterruptedException {
		try (EmbeddedZooKeeper server = EmbeddedZooKeeper.builder()
			.containerCheckInterval(Duration.ofMillis(50))
			.start(); ZkClient client = ZkClient.connect(ZkClientOptions.of(server.connectString()))) {
			DistributedLocks locks = DistributedLocks.on(client);
			for (int round = 0; round < 3; round++) {
				HeldLock held = locks.get("ledger").acquire();
				assertThat(server.children("/zkhelper/locks")).containsExactly("ledger");
				held.close();
				await().until(() -> !server.children("/zkhelper/locks").contains("ledger"));
			}
		}
	}

	@Nested
	class OnASimulatedServer extends LockScenes<SimulatedWorld> {

		OnASimulatedServer() {
			super(new SimulatedWorld());
		}

		@Test
		@DisplayName("TestInterProcessMutexBase: the directory of a lock that nobody wants is removed")
		void isRemoved() {
			List<Attempt> attempts = IntStream.range(0, 10).mapToObj((index) -> ask(user())).toList();
			for (int served = 0; served < 10; served++) {
				world().await("somebody holds", () -> neverBoth() && attempts.stream().anyMatch(Attempt::isHeld));
				world().reap();
				assertThat(contenders()).as("who still wants it").isNotEmpty();
				awaitReleased(attempts.stream().filter(Attempt::isHeld).findFirst().orElseThrow().held());
			}
			world().reap();
			assertThat(world().children("/zkhelper/locks")).isEmpty();
			hold(user());
		}

	}

}
