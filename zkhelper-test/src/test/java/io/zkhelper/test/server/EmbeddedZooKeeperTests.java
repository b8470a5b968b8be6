package io.zkhelper.test.server;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class EmbeddedZooKeeperTests {

	private final EmbeddedZooKeeper server = EmbeddedZooKeeper.start();

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void serves() throws Exception {
		try (RawClient client = RawClient.connect(this.server.connectString())) {
			client.create("/a", CreateMode.PERSISTENT);
			client.create("/a/b", CreateMode.EPHEMERAL);
			assertThat(this.server.children("/a")).containsExactly("b");
			assertThat(this.server.dump()).contains("/a version=0").contains("/a/b version=0 bytes=0 ephemeral");
		}
	}

	@Test
	void keepsNodesAndSessionsOverARestart() throws Exception {
		try (RawClient client = RawClient.connect(this.server.connectString())) {
			client.create("/e", CreateMode.EPHEMERAL);
			this.server.restart();
			client.awaitReconnected();
			assertThat(client.exists("/e")).isTrue();
			assertThat(client.states()).doesNotContain(KeeperState.Expired);
		}
	}

	@Test
	void countsOnFromAnyNumberAndSticksAtTheGreatest() throws Exception {
		try (RawClient client = RawClient.connect(this.server.connectString())) {
			client.create("/queue", CreateMode.PERSISTENT);
			this.server.setNextSequence("/queue", Integer.MAX_VALUE - 1);
			for (String prefix : List.of("a", "b", "c")) {
				client.create("/queue/" + prefix, CreateMode.PERSISTENT_SEQUENTIAL);
			}
			assertThat(this.server.children("/queue")).containsExactly("a2147483646", "b2147483647", "c2147483647");
			assertThatIllegalArgumentException().isThrownBy(() -> this.server.setNextSequence("/other", 1));
		}
	}

	@Test
	@DisplayName("TC-30: starts, stops, starts again with what it had, and ends for good")
	void livesAndEnds() throws Exception {
		try (RawClient client = RawClient.connect(this.server.connectString())) {
			client.create("/kept", CreateMode.PERSISTENT);
		}
		this.server.stop();
		assertThat(this.server.isRunning()).isFalse();
		this.server.restart();
		assertThat(this.server.isRunning()).isTrue();
		assertThat(this.server.children("/")).contains("kept");
		this.server.close();
		assertThat(this.server.isRunning()).isFalse();
		assertThatIllegalStateException().isThrownBy(this.server::counts);
	}

	@Test
	void refusesClientsWhileItIsStopped() throws Exception {
		try (RawClient client = RawClient.connect(this.server.connectString())) {
			this.server.stop();
			client.awaitState(KeeperState.Disconnected);
			assertThat(this.server.isRunning()).isFalse();
			assertThatIllegalStateException().isThrownBy(this.server::counts);
			this.server.restart();
			client.awaitReconnected();
		}
	}

	@Test
	void expiresSessions() throws Exception {
		try (RawClient client = RawClient.connect(this.server.connectString())) {
			client.create("/e", CreateMode.EPHEMERAL);
			this.server.expireSessions();
			assertThat(this.server.children("/")).doesNotContain("e");
			client.awaitState(KeeperState.Expired);
		}
	}

	@Test
	void expiresTheOwnerOfANodeOnly() throws Exception {
		try (RawClient victim = RawClient.connect(this.server.connectString());
				RawClient other = RawClient.connect(this.server.connectString())) {
			victim.create("/victim", CreateMode.EPHEMERAL);
			other.create("/other", CreateMode.EPHEMERAL);
			this.server.expireOwnerOf("/victim");
			victim.awaitState(KeeperState.Expired);
			assertThat(this.server.children("/")).contains("other").doesNotContain("victim");
			assertThat(other.states()).containsExactly(KeeperState.SyncConnected);
		}
	}

	@Test
	void expiresOneSession() throws Exception {
		try (RawClient client = RawClient.connect(this.server.connectString())) {
			this.server.expireSession(client.zooKeeper().getSessionId());
			client.awaitState(KeeperState.Expired);
		}
	}

	@Test
	void saysThatANodeHasNoOwner() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.server.expireOwnerOf("/zookeeper"))
			.withMessageContaining("'/zookeeper'");
	}

	@Test
	void dropsConnectionsAndKeepsSessions() throws Exception {
		try (RawClient client = RawClient.connect(this.server.connectString())) {
			client.create("/e", CreateMode.EPHEMERAL);
			this.server.dropConnections();
			client.awaitReconnected();
			assertThat(client.exists("/e")).isTrue();
		}
	}

	@Test
	void counts() throws Exception {
		try (RawClient client = RawClient.connect(this.server.connectString())) {
			ServerCounts before = this.server.counts();
			client.create("/e", CreateMode.EPHEMERAL);
			client.zooKeeper().getData("/e", true, null);
			assertThat(this.server.counts())
				.isEqualTo(new ServerCounts(1, 1, before.nodes() + 1, before.ephemerals() + 1, 1));
			assertThat(this.server.requests()).containsEntry("getData", 1L).containsEntry("create", 1L);
		}
	}

	@Test
	void reapsContainers() throws Exception {
		try (EmbeddedZooKeeper other = EmbeddedZooKeeper.builder()
			.containerCheckInterval(Duration.ofMillis(10))
			.start(); RawClient client = RawClient.connect(other.connectString())) {
			client.create("/c", CreateMode.CONTAINER);
			client.create("/c/child", CreateMode.PERSISTENT);
			client.zooKeeper().delete("/c/child", -1);
			await().until(() -> !client.exists("/c"));
		}
	}

	@Test
	void grantsSessionTimeoutsWithinBounds() throws Exception {
		try (EmbeddedZooKeeper other = EmbeddedZooKeeper.builder()
			.tickTime(Duration.ofMillis(50))
			.sessionTimeouts(Duration.ofMillis(300), Duration.ofMillis(700))
			.start();
				RawClient quick = RawClient.connect(other.connectString(), Duration.ofMillis(10));
				RawClient slow = RawClient.connect(other.connectString(), Duration.ofSeconds(10))) {
			assertThat(List.of(quick.zooKeeper().getSessionTimeout(), slow.zooKeeper().getSessionTimeout()))
				.containsExactly(300, 700);
		}
	}

	@Test
	void keepsAGivenDirectory(@TempDir Path directory) throws Exception {
		try (EmbeddedZooKeeper first = EmbeddedZooKeeper.builder().dataDirectory(directory).start();
				RawClient client = RawClient.connect(first.connectString())) {
			client.create("/a", CreateMode.PERSISTENT);
		}
		try (EmbeddedZooKeeper second = EmbeddedZooKeeper.builder().dataDirectory(directory).start()) {
			assertThat(second.children("/")).contains("a");
		}
	}

	@Test
	void saysWhichPortIsTaken() {
		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> EmbeddedZooKeeper.builder().port(this.server.port()).start())
			.withMessageContaining(Integer.toString(this.server.port()));
	}

	@Test
	void leavesNothingBehind() {
		Set<Thread> before = Thread.getAllStackTraces().keySet();
		EmbeddedZooKeeper other = EmbeddedZooKeeper.builder().tickTime(Duration.ofSeconds(2)).start();
		other.close();
		// ZooKeeper's shutdown does not wait for all of its threads, which end soon after
		await().pollInSameThread().atMost(Duration.ofSeconds(10)).until(() -> before.containsAll(threadsOfTests()));
		assertThat(other.dataDirectory()).doesNotExist();
		other.close();
	}

	private static Set<Thread> threadsOfTests() {
		ThreadGroup group = Thread.currentThread().getThreadGroup();
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getThreadGroup() == group)
			.collect(Collectors.toSet());
	}

}
