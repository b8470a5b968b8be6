package io.zkhelper.test.cache;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;

import io.zkhelper.cache.NodeCache;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.memory.ClientLink;
import io.zkhelper.test.memory.InMemoryZooKeeper;
import io.zkhelper.test.time.VirtualLoop;
import io.zkhelper.test.time.VirtualTime;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A cache whose client comes to a follower that knows less than the server before.
 */
class CacheFollowerTests {

	private static final Timing TIMING = new Timing(Duration.ofSeconds(2), Duration.ofMillis(200),
			Duration.ofMillis(50), 1e-3);

	private static final Duration SERVER_LATENCY = Duration.ofMillis(100);

	private final VirtualTime time = new VirtualTime();

	private final InMemoryZooKeeper servers = InMemoryZooKeeper.builder(this.time.newLoop("server-0"))
		.addServer(this.time.newLoop("server-1"))
		.addServer(this.time.newLoop("server-2"))
		.tickTime(TIMING.tickTime())
		.latency(Duration.ofMillis(1), Duration.ofMillis(3))
		.reconnectDelay(Duration.ofMillis(1), Duration.ofMillis(5))
		.serverLatency(SERVER_LATENCY, SERVER_LATENCY)
		.start();

	private final VirtualLoop loop = this.time.newLoop("reader");

	private final ZkClient reader = connect(this.loop);

	private final ZkClient writer = connect(this.time.newLoop("writer"));

	private final NodeCache cache = NodeCache.on(this.reader);

	@Test
	void whatIsReadAnewAfterAnOutageIsNotOlderThanTheOutage() {
		Change.Create node = new Change.Create("/a", "one".getBytes(UTF_8), NodeKind.PERSISTENT);
		get(this.writer.nodes().create(node));
		await("it is read", () -> get(this.cache.node("/a")).exists());
		this.time.runFor(Duration.ofSeconds(1));
		int follower = (this.servers.servers().leader().orElseThrow() + 1) % 3;
		CompletableFuture<?> written = this.writer.nodes()
			.setData("/a", "two".getBytes(UTF_8), 0)
			.toCompletableFuture();
		// The leader lets the client go on before the write is over, and the follower
		// hears of the write after that
		this.time.runFor(SERVER_LATENCY.dividedBy(2));
		ClientLink link = this.servers.link(this.loop);
		link.moveTo(follower);
		await("an outage", () -> this.reader.state() == SessionState.SUSPENDED);
		await("a connection", () -> this.reader.state() == SessionState.CONNECTED);
		assertThat(link.server()).hasValue(follower);
		assertThat(written).as("the write before").isCompleted();
		await("an answer that is not stale", () -> !get(this.cache.node("/a")).stale());
		assertThat(get(this.cache.node("/a")).text()).contains("two");
	}

	private ZkClient connect(VirtualLoop loop) {
		ZkClient client = ZkClient
			.connect(ZkClientOptions.of("simulated").withTiming(TIMING).withListenerExecutor(loop), this.servers, loop);
		this.servers.link(loop).moveTo(this.servers.servers().leader().orElse(0));
		await("a connection", () -> client.state() == SessionState.CONNECTED);
		return client;
	}

	private <T> T get(CompletionStage<T> stage) {
		CompletableFuture<T> future = stage.toCompletableFuture();
		await("an answer", future::isDone);
		return future.join();
	}

	private void await(String what, BooleanSupplier holds) {
		assertThat(this.time.runUntil(holds, Duration.ofSeconds(10))).as("%s; %s", what, this.servers.dump()).isTrue();
	}

}
