package io.zkhelper.test.server;

import java.util.Set;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class EmbeddedEnsembleTests {

	private static final EmbeddedEnsemble ensemble = EmbeddedEnsemble.start();

	@BeforeEach
	void startAll() {
		for (int i = 0; i < ensemble.size(); i++) {
			ensemble.start(i);
		}
		ensemble.awaitServing();
	}

	@AfterAll
	static void close() {
		ensemble.close();
	}

	@Test
	void oneServerLeadsAndTheOthersFollow() {
		assertThat(ensemble.leader()).isNotEqualTo(ensemble.follower());
		assertThat(ensemble.connectString()).contains(ensemble.connectString(0), ensemble.connectString(1),
				ensemble.connectString(2));
	}

	@Test
	void whatOneServerIsToldAllKnow() throws Exception {
		try (RawClient client = RawClient.connect(ensemble.connectString(ensemble.follower()))) {
			String path = client.create("/a", CreateMode.PERSISTENT_SEQUENTIAL);
			try (RawClient other = RawClient.connect(ensemble.connectString(ensemble.leader()))) {
				other.zooKeeper().sync("/");
				assertThat(other.exists(path)).isTrue();
			}
		}
	}

	@Test
	void sessionsOutliveTheLeader() throws Exception {
		try (RawClient client = RawClient.connect(ensemble.connectString())) {
			String path = client.create("/e", CreateMode.EPHEMERAL_SEQUENTIAL);
			int stopped = ensemble.stopLeader();
			assertThat(ensemble.leader()).isNotEqualTo(stopped);
			client.awaitReconnected();
			assertThat(client.exists(path)).isTrue();
			assertThat(client.states()).doesNotContain(KeeperState.Expired);
		}
	}

	@Test
	void aStoppedFollowerChangesNothing() {
		int leader = ensemble.leader();
		int stopped = ensemble.stopFollower();
		assertThat(ensemble.isServing(stopped)).isFalse();
		assertThatIllegalStateException().isThrownBy(() -> ensemble.counts(stopped));
		assertThat(ensemble.leader()).isEqualTo(leader);
		ensemble.start(stopped);
		ensemble.awaitServing();
		assertThat(ensemble.isServing(stopped)).isTrue();
	}

	@Test
	void expiresTheOwnerOfANode() throws Exception {
		try (RawClient client = RawClient.connect(ensemble.connectString(ensemble.follower()))) {
			ensemble.expireOwnerOf(client.create("/e", CreateMode.EPHEMERAL_SEQUENTIAL));
			client.awaitState(KeeperState.Expired);
		}
	}

	@Test
	void leavesNothingRunning() {
		Set<Thread> before = Thread.getAllStackTraces().keySet();
		EmbeddedEnsemble.start().close();
		await().pollInSameThread()
			.untilAsserted(() -> assertThat(Thread.getAllStackTraces()
				.keySet()
				.stream()
				.filter((thread) -> thread.getThreadGroup() == Thread.currentThread().getThreadGroup()))
				.isSubsetOf(before));
	}

}
