package io.zkhelper.test.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException.ConnectionLossException;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooDefs.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class FrameProxyTests {

	private final EmbeddedZooKeeper server = EmbeddedZooKeeper.start();

	private final FrameProxy proxy = FrameProxy.to(this.server.port());

	private final List<String> requests = new CopyOnWriteArrayList<>();

	FrameProxyTests() {
		this.proxy.onRequest((frame) -> this.requests.add(frame.toString()));
	}

	@AfterEach
	void close() {
		this.proxy.close();
		this.server.close();
	}

	@Test
	void namesRequests() throws Exception {
		try (RawClient client = connect()) {
			client.create("/a", CreateMode.PERSISTENT);
			client.create("/b", CreateMode.PERSISTENT);
			client.exists("/a");
			client.zooKeeper().multi(List.of(Op.check("/a", -1), Op.check("/b", -1)));
			client.zooKeeper().multi(List.of(Op.check("/a", -1), Op.delete("/b", -1)));
		}
		assertThat(this.requests).containsSubsequence("connect #1", "create #1", "create #2", "exists #1", "check #1",
				"multi #1", "closeSession #1");
	}

	@Test
	void aLostRequestIsNotDone() throws Exception {
		try (RawClient client = connect()) {
			CompletableFuture<RequestFrame> happened = fail(FrameFault.REQUEST_LOST);
			assertCreationIsLost(client);
			assertThat(happened).isCompletedWithValue(new RequestFrame("create", 1));
			assertThat(this.server.children("/")).doesNotContain("a");
			client.awaitReconnected();
		}
	}

	private CompletableFuture<RequestFrame> fail(FrameFault fault) {
		return this.proxy.fail(fault, (frame) -> frame.is("create", 1)).toCompletableFuture();
	}

	private static void assertCreationIsLost(RawClient client) {
		assertThatExceptionOfType(ConnectionLossException.class)
			.isThrownBy(() -> client.create("/a", CreateMode.PERSISTENT));
	}

	@Test
	void aRequestWhoseAnswerIsLostIsDone() throws Exception {
		try (RawClient client = connect()) {
			fail(FrameFault.ANSWER_LOST);
			assertCreationIsLost(client);
			assertThat(this.server.children("/")).contains("a");
			client.awaitReconnected();
		}
	}

	@Test
	void anAnswerArrivesBeforeTheConnectionBreaks() throws Exception {
		try (RawClient client = connect()) {
			fail(FrameFault.CUT_AFTER_ANSWER);
			assertThat(client.create("/a", CreateMode.PERSISTENT)).isEqualTo("/a");
			client.awaitReconnected();
			assertThat(this.requests).contains("connect #2");
		}
	}

	@Test
	void aReconnectIsRefusedOnce() throws Exception {
		try (RawClient client = connect()) {
			fail(FrameFault.RECONNECT_REFUSED);
			assertCreationIsLost(client);
			assertThat(this.server.children("/")).doesNotContain("a");
			client.awaitReconnected();
			assertThat(client.create("/a", CreateMode.PERSISTENT)).isEqualTo("/a");
		}
	}

	@Test
	void silenceIsNoticedByWaitingAndNewConnectionsWork() throws Exception {
		try (RawClient client = RawClient.connect(this.proxy.connectString(), Duration.ofMillis(1500))) {
			fail(FrameFault.SILENCE);
			long start = System.nanoTime();
			assertCreationIsLost(client);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(400));
			assertThat(this.server.children("/")).doesNotContain("a");
			await().until(() -> client.states().contains(KeeperState.Expired)
					|| client.states().lastIndexOf(KeeperState.SyncConnected) > 0);
		}
	}

	@Test
	void whatWasAskedBeforeIsAnswered() throws Exception {
		List<String> answers = new CopyOnWriteArrayList<>();
		try (RawClient client = connect()) {
			this.proxy.fail(FrameFault.REQUEST_LOST, (frame) -> frame.is("create", 3));
			for (String path : List.of("/a", "/b", "/c", "/d")) {
				client.zooKeeper()
					.create(path, new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT,
							(rc, asked, context, name) -> answers.add(asked + " " + rc), null);
			}
			await().until(() -> answers.size() == 4);
		}
		assertThat(answers).containsExactly("/a 0", "/b 0", "/c -4", "/d -4");
		assertThat(this.server.children("/")).contains("a", "b").doesNotContain("c", "d");
	}

	@Test
	void leavesNothingBehind() throws Exception {
		try (RawClient client = connect()) {
			client.create("/a", CreateMode.PERSISTENT);
			this.proxy.close();
			client.awaitState(KeeperState.Disconnected);
		}
		assertThat(Thread.getAllStackTraces().keySet()).noneMatch((thread) -> thread.getName().startsWith("frame-"));
	}

	private RawClient connect() {
		return RawClient.connect(this.proxy.connectString());
	}

}
