package io.zkhelper.boot.embedded;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * Tests for {@link EmbeddedServer}.
 */
class EmbeddedServerTests {

	private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(12);

	@TempDir
	private Path directory;

	private final int port = FreePort.next();

	private ZooKeeper client;

	@AfterEach
	void closeClient() throws InterruptedException {
		if (this.client != null) {
			this.client.close();
		}
	}

	@Test
	void servesFromWhenItHasStarted() throws Exception {
		try (EmbeddedServer server = start()) {
			ZooKeeper client = connect(server);
			assertThat(server.isServing()).isTrue();
			assertThat(client.create("/a", new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.CONTAINER)).isEqualTo("/a");
			assertThat(client.getSessionTimeout()).isEqualTo((int) SESSION_TIMEOUT.toMillis());
		}
	}

	@Test
	void watchesWhileAnotherServesTheSameDirectory() {
		try (EmbeddedServer first = start(); EmbeddedServer second = start()) {
			assertThat(first.isServing()).isTrue();
			assertThat(second.isServing()).isFalse();
		}
	}

	@Test
	void takesOverWithNodesAndSessions() throws Exception {
		EmbeddedServer first = start();
		try (EmbeddedServer second = start()) {
			ZooKeeper client = connect(first);
			long session = client.getSessionId();
			client.create("/kept", "1".getBytes(), Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
			client.create("/mine", new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL);
			first.close();
			await().atMost(Duration.ofSeconds(3)).until(second::isServing);
			awaitConnected(client);
			Stat stat = client.exists("/mine", false);
			assertThat(client.getData("/kept", false, null)).isEqualTo("1".getBytes());
			assertThat(stat.getEphemeralOwner()).isEqualTo(session).isEqualTo(client.getSessionId());
		}
	}

	@Test
	void servesAgainAfterBeingClosedWithNobodyElseThere() throws Exception {
		start().close();
		try (EmbeddedServer server = start()) {
			ZooKeeper client = connect(server);
			assertThat(client.getState().isConnected()).isTrue();
		}
	}

	@Test
	void removesOldSnapshotsWithoutAWordOnStandardOutput() throws Exception {
		PrintStream before = System.out;
		ByteArrayOutputStream printed = new ByteArrayOutputStream();
		System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
		try {
			for (int i = 0; i < 2 * Housekeeping.SNAPSHOTS_TO_KEEP; i++) {
				writeOneNode();
			}
			try (EmbeddedServer server = start()) {
				await().until(() -> snapshots() <= Housekeeping.SNAPSHOTS_TO_KEEP + 1);
				assertThat(connect(server).getChildren("/", false)).hasSize(2 * Housekeeping.SNAPSHOTS_TO_KEEP + 1);
			}
		}
		finally {
			System.setOut(before);
		}
		assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("Removing");
	}

	private void writeOneNode() throws Exception {
		try (EmbeddedServer server = start()) {
			connect(server).create("/n", new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT_SEQUENTIAL);
			this.client.close();
		}
	}

	private long snapshots() {
		String[] files = this.directory.resolve("data/version-2").toFile().list();
		return Stream.of(files).filter((name) -> name.startsWith("snapshot.")).count();
	}

	@Test
	void refusesToStartWhenAnotherProgramHasThePort() throws Exception {
		try (ServerSocket other = new ServerSocket(this.port, 1, InetAddress.getLoopbackAddress());
				EmbeddedServer server = create()) {
			assertThatExceptionOfType(EmbeddedServerUnavailableException.class).isThrownBy(server::start)
				.withMessageContaining("127.0.0.1:" + this.port)
				.satisfies((ex) -> assertThat(ex.remedy()).contains("zkhelper.embedded.port"));
			assertThat(other.isBound()).isTrue();
		}
	}

	@Test
	void leavesTheDirectoryToOthersWhenItCouldNotStart() throws Exception {
		try (ServerSocket other = new ServerSocket(this.port, 1, InetAddress.getLoopbackAddress());
				EmbeddedServer server = create()) {
			assertThatExceptionOfType(EmbeddedServerUnavailableException.class).isThrownBy(server::start);
			assertThat(other.isBound()).isTrue();
		}
		try (EmbeddedServer server = start()) {
			assertThat(server.isServing()).isTrue();
		}
	}

	@Test
	void keepsNoThreadThatWouldKeepTheProcess() {
		try (EmbeddedServer server = start()) {
			assertThat(server.isServing()).isTrue();
			assertThat(Thread.getAllStackTraces().keySet())
				.filteredOn((thread) -> thread.getName().contains("NIO") || thread.getName().contains("SyncThread"))
				.isNotEmpty()
				.allMatch(Thread::isDaemon);
		}
	}

	private EmbeddedServer start() {
		EmbeddedServer server = create();
		server.start();
		return server;
	}

	private EmbeddedServer create() {
		return new EmbeddedServer(new EmbeddedServerOptions(this.directory.resolve("data"), this.port,
				EmbeddedServerOptions.DEFAULT_TICK_TIME));
	}

	private ZooKeeper connect(EmbeddedServer server) throws Exception {
		this.client = new ZooKeeper(server.connectString(), (int) SESSION_TIMEOUT.toMillis(), (event) -> {
		});
		awaitConnected(this.client);
		return this.client;
	}

	private static void awaitConnected(ZooKeeper client) {
		await().atMost(Duration.ofSeconds(8)).until(() -> client.getState().isConnected());
	}

}
