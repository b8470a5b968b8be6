package io.zkhelper.test.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.session.Znodes;
import io.zkhelper.test.memory.InMemoryZooKeeper;
import io.zkhelper.test.time.VirtualLoop;
import io.zkhelper.test.time.VirtualTime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A simulated server, and time that passes only here.
 */
public final class SimulatedWorld implements World {

	private static final Timing TIMING = new Timing(Duration.ofSeconds(2), Duration.ofMillis(200),
			Duration.ofMillis(50), 1e-3);

	private final VirtualTime time = new VirtualTime();

	private final InMemoryZooKeeper server = InMemoryZooKeeper.builder(this.time.newLoop("server"))
		.tickTime(TIMING.tickTime())
		.latency(Duration.ofMillis(1), Duration.ofMillis(3))
		.reconnectDelay(Duration.ofMillis(100), Duration.ofMillis(300))
		.start();

	private final Map<ZkClient, VirtualLoop> loops = new HashMap<>();

	private final Znodes stranger = this.server.open(options(), new Unheard(), this.time.newLoop("stranger"));

	@Override
	public ZkClientOptions options() {
		return ZkClientOptions.of("simulated:2181").withTiming(TIMING);
	}

	@Override
	public ZkClient connect(ZkClientOptions options) {
		VirtualLoop loop = this.time.newLoop("client-" + this.loops.size());
		ZkClient client = ZkClient.connect(options.withListenerExecutor(loop), this.server, loop);
		this.loops.put(client, loop);
		return client;
	}

	@Override
	public void cut(ZkClient client) {
		this.server.link(this.loops.get(client)).cut();
	}

	@Override
	public void heal(ZkClient client) {
		this.server.link(this.loops.get(client)).restore();
	}

	@Override
	public void expireOwnerOf(String path) {
		this.server.expireOwnerOf(path);
	}

	@Override
	public List<String> children(String path) {
		return List.copyOf(this.server.children(path));
	}

	@Override
	public void delete(String path) {
		ask((answer) -> this.stranger.delete(path, Change.ANY_VERSION, answer));
	}

	@Override
	public void write(String path, String data) {
		for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
			create(path.substring(0, slash));
		}
		create(path);
		List<Change> change = List.of(new Change.SetData(path, data.getBytes(UTF_8), Change.ANY_VERSION));
		ask((answer) -> this.stranger.multi(change, (done) -> answer.accept(done.map((stats) -> path))));
	}

	private void create(String path) {
		Change.Create node = new Change.Create(path, new byte[0], NodeKind.PERSISTENT);
		ask((answer) -> this.stranger.create(node, (created) -> answer.accept(Answer.of(path))));
	}

	private void ask(Consumer<Consumer<Answer<String>>> request) {
		List<Answer<String>> answers = new ArrayList<>();
		request.accept(answers::add);
		await("an answer", () -> !answers.isEmpty());
		assertThat(answers).allMatch(Answer::isOk);
	}

	@Override
	public void stopServers() {
		this.server.stop();
	}

	@Override
	public void startServers() {
		this.server.start();
	}

	@Override
	public void await(String what, BooleanSupplier holds) {
		assertThat(this.time.runUntil(holds, Duration.ofSeconds(30))).as(what).isTrue();
	}

	@Override
	public void during(Duration duration, String what, BooleanSupplier holds) {
		assertThat(this.time.runUntil(() -> !holds.getAsBoolean(), duration)).as("the contrary of: " + what).isFalse();
	}

	@Override
	public void close() {
		this.loops.keySet().forEach(ZkClient::closeAsync);
		this.time.runFor(Duration.ofSeconds(5));
		this.server.close();
	}

}
