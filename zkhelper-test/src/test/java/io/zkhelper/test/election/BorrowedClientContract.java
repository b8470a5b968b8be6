package io.zkhelper.test.election;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.zkhelper.election.LeaderElection;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Elections and locks that come and go while their client stays.
 */
abstract class BorrowedClientContract {

	private final World world = world();

	private final ZkClient client = this.world.connect();

	abstract World world();

	@AfterEach
	void close() {
		this.world.close();
	}

	@Test
	@DisplayName("TR-15: an election that closes takes its node along, and leaves its client as it was")
	void election() {
		leaveAsItWas(() -> {
			LeaderElection election = LeaderElection.builder(this.client, "reports").build();
			election.start();
			this.world.await("it leads", election::isLeader);
			election.close();
			assertThat(this.world.children("/zkhelper/elections/reports/candidates")).isEmpty();
		});
	}

	@Test
	@DisplayName("TR-15: a lock that is let go of takes its node along, and leaves its client as it was")
	void lock() {
		leaveAsItWas(() -> {
			CompletableFuture<HeldLock> held = await(DistributedLocks.on(this.client).get("ledger").acquireAsync());
			await(held.join().release());
			assertThat(this.world.children("/zkhelper/locks/ledger")).isEmpty();
		});
	}

	private void leaveAsItWas(Runnable use) {
		this.world.await("a connection", () -> this.client.state() == SessionState.CONNECTED);
		int watches = this.world.watches();
		long threads = threads();
		for (int round = 0; round < 5; round++) {
			use.run();
			assertThat(this.client.state()).isEqualTo(SessionState.CONNECTED);
		}
		this.world.await("no watch is left", () -> this.world.watches() == watches);
		this.world.await("no thread is left", () -> threads() <= threads);
	}

	private static long threads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.startsWith("zkhelper-") || name.contains("-SendThread("))
			.count();
	}

	private <T> CompletableFuture<T> await(CompletionStage<T> stage) {
		CompletableFuture<T> future = stage.toCompletableFuture();
		this.world.await("an end", future::isDone);
		future.join();
		return future;
	}

}
