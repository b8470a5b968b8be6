package io.zkhelper.test.contract;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.Change;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.HandleListener;
import io.zkhelper.session.NodeAcl;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.session.Znodes;
import org.apache.zookeeper.data.ACL;

/**
 * A client of the contract: asks, waits for the answer, and remembers what it was told.
 */
final class Actor implements HandleListener, AutoCloseable {

	private final Stage stage;

	private final EventLoop loop;

	private final Znodes znodes;

	private final List<String> events = new CopyOnWriteArrayList<>();

	private volatile long session;

	private volatile Duration timeout = Duration.ZERO;

	private Actor(Stage stage, ZkClientOptions options) {
		this.stage = stage;
		this.loop = stage.newLoop("actor");
		this.znodes = stage.ensemble().open(options, this, this.loop);
	}

	static Actor open(Stage stage, ZkClientOptions options) {
		return new Actor(stage, options);
	}

	static Actor connect(Stage stage) {
		return connect(stage, stage.options());
	}

	static Actor connect(Stage stage, ZkClientOptions options) {
		Actor actor = open(stage, options);
		actor.awaitEvent("connected");
		return actor;
	}

	Znodes znodes() {
		return this.znodes;
	}

	List<String> events() {
		return this.events;
	}

	long session() {
		return this.session;
	}

	Duration timeout() {
		return this.timeout;
	}

	void awaitEvent(String event) {
		this.stage.await("'%s' is told".formatted(event), () -> this.events.contains(event));
	}

	void awaitReconnected() {
		this.stage.await("it is connected again", () -> this.events.indexOf("disconnected") >= 0
				&& this.events.lastIndexOf("connected") > this.events.indexOf("disconnected"));
	}

	<T> Asked<T> ask(Consumer<Consumer<Answer<T>>> request) {
		Asked<T> asked = new Asked<>(this.stage);
		request.accept(asked::accept);
		return asked;
	}

	Answer<NodeData> create(String path, NodeKind kind) {
		return create(new Change.Create(path, bytes("data"), kind));
	}

	Answer<NodeData> create(Change.Create create) {
		return this.<NodeData>ask((answer) -> this.znodes.create(create, answer)).answer();
	}

	Answer<String> delete(String path, int version) {
		return this.<String>ask((answer) -> this.znodes.delete(path, version, answer)).answer();
	}

	Answer<NodeData> read(String path) {
		return this.<NodeData>ask((answer) -> this.znodes.read(path, answer)).answer();
	}

	Answer<Optional<NodeStat>> exists(String path) {
		return this.<Optional<NodeStat>>ask((answer) -> this.znodes.exists(path, answer)).answer();
	}

	NodeStat stat(String path) {
		return exists(path).value().orElseThrow();
	}

	Answer<NodeAcl> readAcl(String path) {
		return this.<NodeAcl>ask((answer) -> this.znodes.readAcl(path, answer)).answer();
	}

	Answer<NodeStat> setAcl(String path, List<ACL> acl, int aclVersion) {
		return this.<NodeStat>ask((answer) -> this.znodes.setAcl(path, acl, aclVersion, answer)).answer();
	}

	Answer<List<String>> list(String path) {
		return this.<List<String>>ask((answer) -> this.znodes.list(path, answer)).answer();
	}

	Answer<List<NodeStat>> multi(Change... changes) {
		return this.<List<NodeStat>>ask((answer) -> this.znodes.multi(List.of(changes), answer)).answer();
	}

	NodeStat setData(String path, String data) {
		return multi(new Change.SetData(path, bytes(data), Change.ANY_VERSION)).value().get(0);
	}

	Answer<String> sync(String path) {
		return this.<String>ask((answer) -> this.znodes.sync(path, answer)).answer();
	}

	Watched<NodeData> watch(String path) {
		Watched<NodeData> watched = new Watched<>(this.stage);
		Asked<NodeData> asked = new Asked<>(this.stage);
		Cancellable watch = this.znodes.watch(path, watched::fired, asked::accept);
		watched.began(watch, asked.answer());
		return watched;
	}

	Watched<Optional<NodeStat>> watchExistence(String path) {
		Watched<Optional<NodeStat>> watched = new Watched<>(this.stage);
		Asked<Optional<NodeStat>> asked = new Asked<>(this.stage);
		Cancellable watch = this.znodes.watchExistence(path, watched::fired, asked::accept);
		watched.began(watch, asked.answer());
		return watched;
	}

	Watched<List<String>> watchChildren(String path) {
		Watched<List<String>> watched = new Watched<>(this.stage);
		Asked<List<String>> asked = new Asked<>(this.stage);
		Cancellable watch = this.znodes.watchChildren(path, watched::fired, asked::accept);
		watched.began(watch, asked.answer());
		return watched;
	}

	/**
	 * Wait until everything that this client was sent before now has been handled.
	 */
	void settle() {
		sync("/");
	}

	static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public void onConnected(long sessionId, Duration timeout) {
		this.session = sessionId;
		this.timeout = timeout;
		this.events.add("connected");
	}

	@Override
	public void onDisconnected() {
		this.events.add("disconnected");
	}

	@Override
	public void onExpired() {
		this.events.add("expired");
	}

	@Override
	public void onAuthFailed() {
		this.events.add("auth failed");
	}

	void closeHandle() {
		Asked<String> closed = new Asked<>(this.stage);
		this.znodes.close(() -> closed.accept(Answer.of("closed")));
		closed.answer();
	}

	/**
	 * Leave the session.
	 * @return its password
	 */
	byte[] leave() {
		Asked<byte[]> password = new Asked<>(this.stage);
		this.znodes.leave((left) -> password.accept(Answer.of(left)));
		return password.answer().value();
	}

	@Override
	public void close() {
		closeHandle();
		this.loop.shutdown();
	}

}
