package io.zkhelper.test.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.ZkClientOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the parts of the contract share: a server, clients of it, and a node of its own
 * for each test.
 */
abstract class Contract {

	private static final AtomicInteger roots = new AtomicInteger();

	private final Stage stage;

	private final List<Actor> actors = new ArrayList<>();

	protected final String root = "/contract-" + roots.incrementAndGet();

	protected Actor actor;

	Contract(Stage stage) {
		this.stage = stage;
	}

	@BeforeEach
	void open() {
		this.stage.startServer();
		this.actor = newActor();
		this.actor.create(this.root, NodeKind.PERSISTENT);
	}

	@AfterEach
	void close() {
		this.stage.startServer();
		this.actors.forEach(Actor::close);
	}

	protected Stage stage() {
		return this.stage;
	}

	protected Actor newActor() {
		return newActor(this.stage.options());
	}

	protected Actor newActor(ZkClientOptions options) {
		Actor other = Actor.connect(this.stage, options);
		this.actors.add(other);
		return other;
	}

	protected Actor openActor() {
		return openActor(this.stage.options());
	}

	protected Actor openActor(ZkClientOptions options) {
		Actor other = Actor.open(this.stage, options);
		this.actors.add(other);
		return other;
	}

	protected String path(String name) {
		return this.root + "/" + name;
	}

	protected static Change.Create creating(String path) {
		return new Change.Create(path, Actor.bytes("data"), NodeKind.PERSISTENT);
	}

	protected static Change.SetData setting(String path, String data, int version) {
		return new Change.SetData(path, Actor.bytes(data), version);
	}

}
