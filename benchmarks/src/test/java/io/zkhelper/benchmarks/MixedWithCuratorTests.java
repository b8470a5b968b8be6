package io.zkhelper.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.zkhelper.claim.Safety;
import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.recipes.leader.LeaderLatch;
import org.apache.curator.framework.recipes.leader.LeaderSelector;
import org.apache.curator.framework.recipes.leader.LeaderSelectorListenerAdapter;
import org.apache.curator.framework.recipes.locks.InterProcessMutex;
import org.apache.curator.retry.ExponentialBackoffRetry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes with Curator and with zkhelper on the same nodes, as while a fleet moves
 * over: what can stand in one queue, and what can't.
 */
@Timeout(60)
class MixedWithCuratorTests {

	private static final String CANDIDATES = "/zkhelper/elections/reports/candidates";

	private static final Duration SHORT = Duration.ofMillis(100);

	private static final Duration LONG = Duration.ofSeconds(20);

	private final EmbeddedZooKeeper server = EmbeddedZooKeeper.start();

	private final ZkClient client = ZkClient.connect(ZkClientOptions.of(this.server.connectString()));

	private final CuratorFramework curator = CuratorFrameworkFactory.newClient(this.server.connectString(),
			new ExponentialBackoffRetry(100, 3));

	private final LeaderElection election = LeaderElection.builder(this.client, "reports")
		.options(ElectionOptions.DEFAULT.withSafety(Safety.STANDARD))
		.build();

	MixedWithCuratorTests() {
		this.curator.start();
	}

	@AfterEach
	void close() {
		this.curator.close();
		this.client.close();
		this.server.close();
	}

	@Test
	void aLeaderLatchAndAnElectionTakeTurns() throws Exception {
		LeaderLatch first = latch();
		await(first::hasLeadership);
		this.election.start();
		awaitCandidates(2);
		LeaderLatch last = latch();
		awaitCandidates(3);
		assertThat(List.of(first.hasLeadership(), this.election.isLeader(), last.hasLeadership())).containsExactly(true,
				false, false);
		first.close();
		await(this.election::isLeader);
		assertThat(last.hasLeadership()).isFalse();
		this.election.close();
		await(last::hasLeadership);
		last.close();
	}

	private LeaderLatch latch() throws Exception {
		LeaderLatch latch = new LeaderLatch(this.curator, CANDIDATES);
		latch.start();
		return latch;
	}

	private void awaitCandidates(int number) {
		await(() -> this.server.children(CANDIDATES).size() == number);
	}

	@Test
	void aMutexAndALockTakeTurns() throws Exception {
		InterProcessMutex mutex = new InterProcessMutex(this.curator, "/zkhelper/locks/ledger");
		DistributedLock lock = DistributedLocks.on(this.client).get("ledger");
		mutex.acquire();
		assertThat(lock.tryAcquire(SHORT)).isEmpty();
		mutex.release();
		HeldLock held = lock.acquire(LONG);
		assertThat(mutex.acquire(SHORT.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
		held.close();
		assertThat(mutex.acquire(LONG.toMillis(), TimeUnit.MILLISECONDS)).isTrue();
		mutex.release();
	}

	/**
	 * Curator's other recipe names its nodes like a lock, takes other names for later
	 * ones, and so waits for no candidate of an election.
	 */
	@Test
	void aLeaderSelectorLeadsBesideAnElection() {
		this.election.start();
		await(this.election::isLeader);
		LeaderSelector selector = new LeaderSelector(this.curator, CANDIDATES, new LeaderSelectorListenerAdapter() {

			@Override
			public void takeLeadership(CuratorFramework curator) {
				while (!Thread.currentThread().isInterrupted()) {
					LockSupport.park();
				}
			}

		});
		selector.start();
		await(selector::hasLeadership);
		assertThat(this.election.isLeader()).as("so they must not be mixed").isTrue();
		selector.close();
	}

	private static void await(BooleanSupplier holds) {
		Awaitility.await().atMost(LONG).pollInterval(Duration.ofMillis(10)).until(holds::getAsBoolean);
	}

}
