package io.zkhelper.test.presence;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.zkhelper.presence.Presence;
import io.zkhelper.presence.PresenceBuilder;
import io.zkhelper.presence.PresenceState;
import io.zkhelper.presence.WhenTaken;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Processes that register, and somebody who looks.
 *
 * @param <W> where they live
 */
abstract class PresenceScenes<W extends World> {

	static final String PARENT = "/app/pids";

	static final String PATH = PARENT + "/one";

	static final Duration LONG = Duration.ofHours(1);

	private final W world;

	private ZkClient looker;

	PresenceScenes(W world) {
		this.world = world;
	}

	@BeforeEach
	void open() {
		this.looker = process();
	}

	@AfterEach
	void close() {
		this.world.close();
	}

	final W world() {
		return this.world;
	}

	/**
	 * Start a process, and wait until it is connected.
	 */
	ZkClient process() {
		ZkClient client = this.world.connect();
		this.world.await("a connection", () -> client.state() == SessionState.CONNECTED);
		return client;
	}

	/**
	 * Describe a presence of a process of its own.
	 */
	PresenceBuilder presence(String data, WhenTaken whenTaken) {
		return presence(process(), data, whenTaken);
	}

	PresenceBuilder presence(ZkClient client, String data, WhenTaken whenTaken) {
		return Presence.builder(client, PATH)
			.data(data.getBytes(UTF_8))
			.whenTaken(whenTaken)
			.waitAtMost(Duration.ofSeconds(25))
			.recreateDelay(LONG, LONG);
	}

	Presence start(PresenceBuilder builder) {
		Presence presence = builder.build();
		presence.start();
		return presence;
	}

	Presence register(PresenceBuilder builder) {
		Presence presence = start(builder);
		awaitState(presence, PresenceState.REGISTERED);
		return presence;
	}

	void awaitState(Presence presence, PresenceState state) {
		this.world.await(state + " and not " + presence.view(), () -> presence.view().state() == state);
	}

	NodeData node() {
		this.world.await("somebody who looks", () -> this.looker.state() == SessionState.CONNECTED);
		return get(this.looker.nodes().read(PATH));
	}

	String data() {
		return new String(node().data(), UTF_8);
	}

	/**
	 * Return the transaction that has created the node.
	 */
	long creation() {
		return node().stat().czxid();
	}

	boolean isThere() {
		return this.world.children(PARENT).contains("one");
	}

	void awaitData(String expected) {
		this.world.await("data '%s'".formatted(expected), () -> isThere() && expected.equals(data()));
	}

	<T> T get(CompletionStage<T> stage) {
		CompletableFuture<T> future = stage.toCompletableFuture();
		this.world.await("an answer", future::isDone);
		return future.join();
	}

}
