package io.zkhelper.test.world;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.session.Znodes;
import io.zkhelper.test.memory.ClientLink;
import io.zkhelper.test.memory.InMemoryZooKeeper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A simulated server.
 */
abstract class MemoryWorld implements World {

	private static final Timing TIMING = new Timing(Duration.ofSeconds(2), Duration.ofMillis(200),
			Duration.ofMillis(50), 1e-3);

	private final InMemoryZooKeeper server;

	private final Znodes stranger;

	MemoryWorld(EventLoop serverLoop, EventLoop strangerLoop, long seed) {
		this.server = InMemoryZooKeeper.builder(serverLoop)
			.tickTime(TIMING.tickTime())
			.latency(Duration.ofMillis(1), Duration.ofMillis(3))
			.reconnectDelay(Duration.ofMillis(100), Duration.ofMillis(300))
			.seed(seed)
			.start();
		this.stranger = this.server.open(options(), new Unheard(), strangerLoop);
	}

	final InMemoryZooKeeper server() {
		return this.server;
	}

	/**
	 * Return the thread and the clocks of a client.
	 */
	abstract EventLoop loop(ZkClient client);

	@Override
	public ZkClientOptions options() {
		return ZkClientOptions.of("simulated:2181").withTiming(TIMING);
	}

	/**
	 * Return the network of a client.
	 */
	public ClientLink link(ZkClient client) {
		return this.server.link(loop(client));
	}

	@Override
	public void cut(ZkClient client) {
		link(client).cut();
	}

	@Override
	public void deafen(ZkClient client) {
		link(client).silenceToClient();
	}

	@Override
	public void heal(ZkClient client) {
		link(client).restore();
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
			make(path.substring(0, slash));
		}
		make(path);
		List<Change> change = List.of(new Change.SetData(path, data.getBytes(UTF_8), Change.ANY_VERSION));
		ask((answer) -> this.stranger.multi(change, (done) -> answer.accept(done.map((stats) -> path))));
	}

	private void make(String path) {
		Change.Create node = new Change.Create(path, new byte[0], NodeKind.PERSISTENT);
		ask((answer) -> this.stranger.create(node, (created) -> answer.accept(Answer.of(path))));
	}

	@Override
	public String append(String prefix) {
		Change.Create node = new Change.Create(prefix, new byte[0], NodeKind.PERSISTENT_SEQUENTIAL);
		return ask((answer) -> this.stranger.create(node, (created) -> answer.accept(created.map(NodeData::path))));
	}

	private String ask(Consumer<Consumer<Answer<String>>> request) {
		List<Answer<String>> answers = new CopyOnWriteArrayList<>();
		request.accept(answers::add);
		await("an answer", () -> !answers.isEmpty());
		assertThat(answers).allMatch(Answer::isOk);
		return answers.get(0).value();
	}

	@Override
	public void setNextSequence(String path, int next) {
		this.server.setNextSequence(path, next);
	}

	@Override
	public void deny(String path, int permissions) {
		this.server.deny(path, permissions);
	}

	@Override
	public void allow(String path) {
		this.server.allow(path);
	}

	/**
	 * Remove directories that have become empty.
	 */
	public void reap() {
		this.server.reapContainers();
	}

	@Override
	public int watches() {
		return this.server.watches();
	}

	@Override
	public long requests() {
		return this.server.requests();
	}

	@Override
	public void stopServers() {
		this.server.stop();
	}

	@Override
	public void startServers() {
		this.server.start();
	}

}
