package io.zkhelper.test.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooDefs.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class TcpProxyTests {

	private final EmbeddedZooKeeper server = EmbeddedZooKeeper.start();

	private final TcpProxy proxy = TcpProxy.to(this.server.port());

	@AfterEach
	void close() {
		this.proxy.close();
		this.server.close();
	}

	@Test
	void forwards() throws Exception {
		try (RawClient client = connect()) {
			client.create("/a", CreateMode.PERSISTENT);
			assertThat(this.proxy.connections()).isEqualTo(1);
			assertThat(this.server.children("/")).contains("a");
		}
	}

	@Test
	void aCutIsNoticedAtOnce() throws Exception {
		try (RawClient client = connect()) {
			long start = System.nanoTime();
			this.proxy.cut();
			client.awaitState(KeeperState.Disconnected);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
			assertThat(this.proxy.connections()).isZero();
			this.proxy.restore();
			client.awaitReconnected();
		}
	}

	@Test
	void silenceIsNoticedByWaiting() throws Exception {
		try (RawClient client = RawClient.connect(this.proxy.connectString(), Duration.ofMillis(1500))) {
			long start = System.nanoTime();
			this.proxy.silence();
			client.awaitState(KeeperState.Disconnected);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(400));
		}
	}

	@Test
	void aSilentSessionExpires() throws Exception {
		try (RawClient client = RawClient.connect(this.proxy.connectString(), Duration.ofMillis(600))) {
			this.proxy.silence();
			await().until(() -> this.server.counts().sessions() == 0);
			this.proxy.restore();
			client.awaitState(KeeperState.Expired);
		}
	}

	@Test
	void whatWasSentInSilenceArrivesLater() throws Exception {
		try (RawClient client = connect()) {
			this.proxy.silenceToServer();
			client.zooKeeper().create("/a", null, Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT, (rc, path, ctx, name) -> {
			}, null);
			assertThat(this.server.children("/")).doesNotContain("a");
			this.proxy.restore();
			await().until(() -> this.server.children("/").contains("a"));
			assertThat(client.states()).containsExactly(KeeperState.SyncConnected);
		}
	}

	@Test
	void theServerObeysAClientThatHearsNothing() throws Exception {
		try (RawClient client = connect()) {
			this.proxy.silenceToClients();
			client.zooKeeper().create("/a", null, Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT, (rc, path, ctx, name) -> {
			}, null);
			await().until(() -> this.server.children("/").contains("a"));
			this.proxy.restore();
		}
	}

	@Test
	void delaysEachWay() throws Exception {
		try (RawClient client = connect()) {
			this.proxy.delay(Duration.ofMillis(50));
			long start = System.nanoTime();
			client.exists("/");
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
		}
	}

	@Test
	void aDelayIsNoQueue() throws Exception {
		try (RawClient client = connect()) {
			this.proxy.delay(Duration.ofMillis(50));
			int requests = 100;
			CountDownLatch answers = new CountDownLatch(requests);
			long start = System.nanoTime();
			for (int i = 0; i < requests; i++) {
				client.zooKeeper().exists("/", false, (rc, path, ctx, stat) -> answers.countDown(), null);
			}
			assertThat(answers.await(20, TimeUnit.SECONDS)).isTrue();
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
		}
	}

	@Test
	void refusesWhenTheServerRefuses() throws Exception {
		try (RawClient client = connect()) {
			this.server.stop();
			client.awaitState(KeeperState.Disconnected);
			await().until(() -> this.proxy.connections() == 0);
			this.server.restart();
			client.awaitReconnected();
		}
	}

	@Test
	void leavesNoThreads() {
		try (RawClient client = connect()) {
			assertThat(client.states()).containsExactly(KeeperState.SyncConnected);
			assertThat(proxyThreads()).isNotEmpty();
			this.proxy.close();
			assertThat(proxyThreads()).isEmpty();
		}
	}

	private List<Thread> proxyThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("tcp-proxy"))
			.toList();
	}

	private RawClient connect() {
		return RawClient.connect(this.proxy.connectString());
	}

}
