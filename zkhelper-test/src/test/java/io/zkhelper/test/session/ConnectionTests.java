package io.zkhelper.test.session;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;

import io.zkhelper.session.SessionListener;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Connections to a real server, and to none.
 */
@Timeout(60)
class ConnectionTests {

	private static final Timing TIMING = new Timing(Duration.ofSeconds(2), Duration.ofMillis(200),
			Duration.ofMillis(50), 1e-3);

	private static final Duration LONG = Duration.ofSeconds(20);

	private final EmbeddedZooKeeper server = EmbeddedZooKeeper.start();

	@AfterEach
	void stop() {
		this.server.close();
	}

	private ZkClient connect(String connectString) {
		long start = System.nanoTime();
		ZkClient client = ZkClient.connect(ZkClientOptions.of(connectString).withTiming(TIMING));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).as("connecting").isLessThan(Duration.ofSeconds(4));
		return client;
	}

	@Test
	void connectingDoesNotWaitForTheServers() throws InterruptedException {
		this.server.stop();
		try (ZkClient client = connect(this.server.connectString())) {
			assertThat(client.awaitConnected(Duration.ofMillis(50))).isFalse();
			assertThat(client.state()).isEqualTo(SessionState.CONNECTING);
			this.server.restart();
			assertThat(client.awaitConnected(LONG)).isTrue();
			assertThat(client.state()).isEqualTo(SessionState.CONNECTED);
		}
	}

	@Test
	void namesThatNobodyKnowsAreTriedAgain() throws InterruptedException {
		try (ZkClient client = connect("no-such-host.invalid:2181," + this.server.connectString())) {
			assertThat(client.awaitConnected(LONG)).isTrue();
		}
	}

	@Test
	void aClientOfHostsThatNobodyKnowsWaitsAndCanBeClosed() throws InterruptedException {
		ZkClient client = connect("no-such-host.invalid:2181,nor-this-one.invalid");
		assertThat(client.awaitConnected(Duration.ofMillis(300))).isFalse();
		assertThat(client.awaitConnected(Duration.ZERO)).isFalse();
		client.close();
		assertThat(client.state()).isEqualTo(SessionState.CLOSED);
	}

	@Test
	void aRootOfTheConnectStringIsMadeWhenItIsMissing() throws InterruptedException {
		try (ZkClient client = connect(this.server.connectString() + "/apps/orders")) {
			assertThat(client.awaitConnected(LONG)).isTrue();
			Led led = Led.by(client);
			await(() -> this.server.children("/apps/orders/zkhelper/elections").contains("reports"));
			led.election().close();
		}
	}

	@Test
	void anExpiredSessionIsFollowedByAnother() throws InterruptedException {
		try (ZkClient client = connect(this.server.connectString())) {
			StateLog log = new StateLog();
			client.addListener(log);
			assertThat(client.awaitConnected(LONG)).isTrue();
			this.server.expireSessions();
			await(() -> log.states().contains(SessionState.EXPIRED) && log.last() == SessionState.CONNECTED);
		}
	}

	@Test
	void aListenerThatBlocksOrThrowsDelaysNobody() {
		CountDownLatch forever = new CountDownLatch(1);
		try (ZkClient client = connect(this.server.connectString())) {
			client.addListener((previous, current) -> block(forever));
			client.addListener(throwing());
			StateLog log = new StateLog();
			client.addListener(log);
			await(() -> log.states().contains(SessionState.CONNECTED));
			Led led = Led.by(client);
			this.server.expireSessions();
			await(() -> log.states().contains(SessionState.EXPIRED) && led.election().isLeader());
			led.election().close();
		}
		finally {
			forever.countDown();
		}
	}

	private static SessionListener throwing() {
		return (previous, current) -> {
			throw new AssertionError("A listener that throws, on purpose");
		};
	}

	private static void block(CountDownLatch until) {
		try {
			until.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Test
	void closingTwiceIsClosingOnce() throws InterruptedException {
		ZkClient client = connect(this.server.connectString());
		assertThat(client.awaitConnected(LONG)).isTrue();
		client.close();
		client.close();
		assertThat(client.closeAsync()).succeedsWithin(LONG);
		assertThat(this.server.counts().sessions()).isZero();
	}

	@Test
	void closingWithTheServersAwayIsBoundedAndLeavesNoThreads() throws InterruptedException {
		ZkClient client = connect(this.server.connectString());
		assertThat(client.awaitConnected(LONG)).isTrue();
		Led led = Led.by(client);
		this.server.stop();
		long start = System.nanoTime();
		client.close();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
		assertThat(led.election().isLeader()).isFalse();
		led.election().close();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
		await(() -> ownThreads().isEmpty());
	}

	@Test
	void noThreadsAreLeftAfterAClose() {
		ZkClient client = connect(this.server.connectString());
		Led led = Led.by(client);
		assertThat(ownThreads()).isNotEmpty();
		client.close();
		led.election().close();
		await(() -> ownThreads().isEmpty());
	}

	private static List<String> ownThreads() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.map(Thread::getName)
			.filter((name) -> name.startsWith("zkhelper-") || name.contains("-SendThread("))
			.toList();
	}

	@Test
	void watchesThatAreLostAtReconnectsAreRefused() {
		System.setProperty("zookeeper.disableAutoWatchReset", "true");
		try {
			assertThatIllegalStateException().isThrownBy(() -> connect(this.server.connectString()))
				.withMessageContaining("zookeeper.disableAutoWatchReset");
		}
		finally {
			System.clearProperty("zookeeper.disableAutoWatchReset");
		}
	}

	static void await(BooleanSupplier holds) {
		Awaitility.await().atMost(LONG).pollInterval(Duration.ofMillis(10)).until(holds::getAsBoolean);
	}

}
