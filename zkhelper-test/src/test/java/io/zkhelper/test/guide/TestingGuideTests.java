package io.zkhelper.test.guide;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

import io.zkhelper.election.LeaderElection;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.memory.InMemoryZooKeeper;
import io.zkhelper.test.memory.Loss;
import io.zkhelper.test.memory.RequestKind;
import io.zkhelper.test.server.EmbeddedEnsemble;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import io.zkhelper.test.server.FrameFault;
import io.zkhelper.test.server.FrameProxy;
import io.zkhelper.test.server.RequestFrame;
import io.zkhelper.test.server.TcpProxy;
import io.zkhelper.test.time.VirtualLoop;
import io.zkhelper.test.time.VirtualTime;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The examples of {@code docs/testing.md}, which are copies of these methods.
 */
class TestingGuideTests {

	@Test
	void theClientComesBackWithANewSession() throws Exception {
		try (EmbeddedZooKeeper server = EmbeddedZooKeeper.start();
				ZkClient client = ZkClient.connect(ZkClientOptions.of(server.connectString()))) {
			assertThat(client.awaitConnected(Duration.ofSeconds(10))).isTrue();
			server.expireSessions();
			await().until(() -> server.counts().sessions() == 1 && client.state() == SessionState.CONNECTED);
		}
	}

	@Test
	void theClientOutlivesARestartOfTheServer() throws Exception {
		try (EmbeddedZooKeeper server = EmbeddedZooKeeper.start();
				ZkClient client = ZkClient.connect(ZkClientOptions.of(server.connectString()))) {
			assertThat(client.awaitConnected(Duration.ofSeconds(10))).isTrue();
			server.stop();
			await().until(() -> client.state() == SessionState.SUSPENDED);
			server.restart();
			assertThat(client.awaitConnected(Duration.ofSeconds(10))).isTrue();
		}
	}

	@Test
	void theClientNoticesACut() throws Exception {
		try (EmbeddedZooKeeper server = EmbeddedZooKeeper.start();
				TcpProxy proxy = TcpProxy.to(server.port());
				ZkClient client = ZkClient.connect(ZkClientOptions.of(proxy.connectString()))) {
			assertThat(client.awaitConnected(Duration.ofSeconds(10))).isTrue();
			proxy.cut(); // or silence(), which is noticed by waiting only
			await().until(() -> client.state() == SessionState.SUSPENDED);
			proxy.restore();
			assertThat(client.awaitConnected(Duration.ofSeconds(10))).isTrue();
		}
	}

	@Test
	void aLockIsTakenOnceAlthoughTheAnswerIsLost() throws Exception {
		try (EmbeddedZooKeeper server = EmbeddedZooKeeper.start();
				FrameProxy proxy = FrameProxy.to(server.port());
				ZkClient client = ZkClient.connect(ZkClientOptions.of(proxy.connectString()))) {
			DistributedLock ledger = DistributedLocks.on(client).get("ledger");
			ledger.acquire().release().toCompletableFuture().join();
			CompletionStage<RequestFrame> lost = proxy.fail(FrameFault.ANSWER_LOST,
					(request) -> request.operation().equals("create2"));
			try (HeldLock held = ledger.acquire()) {
				assertThat(held.isValid()).isTrue();
				assertThat(lost.toCompletableFuture()).isCompleted();
				assertThat(server.children("/zkhelper/locks/ledger")).hasSize(1);
			}
		}
	}

	@Test
	void theClientOutlivesTheLeaderOfTheEnsemble() throws Exception {
		try (EmbeddedEnsemble ensemble = EmbeddedEnsemble.start();
				ZkClient client = ZkClient.connect(ZkClientOptions.of(ensemble.connectString()))) {
			assertThat(client.awaitConnected(Duration.ofSeconds(10))).isTrue();
			int stopped = ensemble.stopLeader();
			assertThat(ensemble.leader()).isNotEqualTo(stopped);
			assertThat(client.awaitConnected(Duration.ofSeconds(10))).isTrue();
		}
	}

	@Test
	void anotherProcessLeadsWhenOneIsFrozen() {
		VirtualTime time = new VirtualTime();
		InMemoryZooKeeper zooKeeper = new InMemoryZooKeeper(time.newLoop("server"));
		VirtualLoop one = time.newLoop("one");
		VirtualLoop two = time.newLoop("two");
		LeaderElection first = join(zooKeeper, one);
		assertThat(time.runUntil(first::isLeader, Duration.ofSeconds(30))).isTrue();
		LeaderElection second = join(zooKeeper, two);
		time.observe((now) -> assertThat(first.isLeader() && second.isLeader()).as("two leaders at %s", now).isFalse());

		one.pause();
		assertThat(time.runUntil(second::isLeader, Duration.ofMinutes(1))).isTrue();
		one.resume();
		time.runFor(Duration.ofMinutes(1));
		assertThat(second.isLeader()).isTrue();
	}

	private static LeaderElection join(InMemoryZooKeeper zooKeeper, VirtualLoop loop) {
		ZkClientOptions options = ZkClientOptions.of("simulated").withListenerExecutor(loop);
		LeaderElection election = LeaderElection.builder(ZkClient.connect(options, zooKeeper, loop), "reports").build();
		election.start();
		return election;
	}

	@Test
	void aFollowerThatIsCutOffKeepsNobodyLeading() {
		VirtualTime time = new VirtualTime();
		InMemoryZooKeeper zooKeeper = InMemoryZooKeeper.builder(time.newLoop("server 0"))
			.addServer(time.newLoop("server 1"))
			.addServer(time.newLoop("server 2"))
			.serverLatency(Duration.ofMillis(1), Duration.ofMillis(20))
			.diskLatency(Duration.ofMillis(1), Duration.ofMillis(10))
			.start();
		VirtualLoop loop = time.newLoop("one");
		LeaderElection election = join(zooKeeper, loop);
		assertThat(time.runUntil(election::isLeader, Duration.ofSeconds(30))).isTrue();
		int leader = zooKeeper.servers().leader().orElseThrow();
		int follower = (leader + 1) % 3;
		zooKeeper.link(loop).moveTo(follower);
		time.runFor(Duration.ofSeconds(10));
		assertThat(zooKeeper.link(loop).server()).hasValue(follower);
		assertThat(election.isLeader()).isTrue();
		zooKeeper.servers().cut(leader, follower);
		zooKeeper.servers().cut(follower, leader);
		assertThat(time.runUntil(() -> !election.isLeader(), Duration.ofSeconds(4))).isTrue();
	}

	@Test
	void aLostAnswerIsNoTrouble() {
		VirtualTime time = new VirtualTime();
		InMemoryZooKeeper zooKeeper = new InMemoryZooKeeper(time.newLoop("server"));
		VirtualLoop loop = time.newLoop("one");
		zooKeeper.link(loop).failNext(RequestKind.CREATE, Loss.LOST_ANSWER);
		LeaderElection election = join(zooKeeper, loop);
		assertThat(time.runUntil(election::isLeader, Duration.ofSeconds(30))).isTrue();
	}

	@Test
	void theNodesOfATestAreWrittenDownAsJson() {
		VirtualTime time = new VirtualTime();
		InMemoryZooKeeper zooKeeper = new InMemoryZooKeeper(time.newLoop("server"));
		zooKeeper.load("""
				{
					"/app/limits": { "orders": 100 },
					"/app/banner": "Closed on Sundays"
				}""");
		VirtualLoop loop = time.newLoop("one");
		ZkClientOptions options = ZkClientOptions.of("simulated").withListenerExecutor(loop);
		ZkClient client = ZkClient.connect(options, zooKeeper, loop);
		time.runFor(Duration.ofSeconds(1));
		CompletionStage<NodeData> limits = client.nodes().read("/app/limits");
		time.runFor(Duration.ofSeconds(1));
		assertThat(limits.toCompletableFuture().join().data()).asString().isEqualTo("{\"orders\":100}");
	}

	@Test
	void theGuideShowsWhatIsTestedHere() throws IOException {
		assertThat(Guide.examplesNotIn(getClass(), "testing.md")).isEmpty();
	}

}
