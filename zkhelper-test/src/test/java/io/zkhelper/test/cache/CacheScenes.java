package io.zkhelper.test.cache;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import io.zkhelper.cache.CacheOptions;
import io.zkhelper.cache.CachedNode;
import io.zkhelper.cache.NodeCache;
import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.Engine;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZnodeError;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A cache, and somebody else who writes.
 *
 * @param <W> where they live
 */
abstract class CacheScenes<W extends World> {

	private final W world;

	private final ZkClient client;

	CacheScenes(W world) {
		this.world = world;
		this.client = world.connect();
		awaitConnected();
	}

	@AfterEach
	void close() {
		this.world.close();
	}

	final W world() {
		return this.world;
	}

	final ZkClient client() {
		return this.client;
	}

	void awaitConnected() {
		this.world.await("a connection", () -> this.client.state() == SessionState.CONNECTED);
	}

	// The state is there first, and what depends on it is told in the same task
	void awaitDisconnected() {
		this.world.await("no connection", () -> this.client.state() != SessionState.CONNECTED);
		CompletableFuture<Boolean> told = new CompletableFuture<>();
		Engine.of(this.client).loop().execute(() -> told.complete(true));
		get(told);
	}

	NodeCache cache() {
		return cache(CacheOptions.DEFAULT);
	}

	NodeCache cache(CacheOptions options) {
		return NodeCache.on(this.client, options);
	}

	/**
	 * Create a node as somebody else, in a single write.
	 */
	void create(String path, String data) {
		ZkClient other = this.world.connect();
		this.world.await("a connection", () -> other.state() == SessionState.CONNECTED);
		get(other.nodes().create(new Change.Create(path, data.getBytes(StandardCharsets.UTF_8), NodeKind.PERSISTENT)));
		get(other.closeAsync());
		get(this.client.nodes().sync(path));
	}

	/**
	 * Write a node as somebody else.
	 */
	void write(String path, String data) {
		this.world.write(path, data);
		get(this.client.nodes().sync(path));
	}

	<T> T get(CompletionStage<T> stage) {
		CompletableFuture<T> future = stage.toCompletableFuture();
		this.world.await("an answer", future::isDone);
		return future.join();
	}

	ZnodeError error(CompletionStage<CachedNode> stage) {
		CompletableFuture<CachedNode> future = stage.toCompletableFuture();
		this.world.await("an answer", future::isDone);
		assertThat(future).isCompletedExceptionally();
		try {
			throw new AssertionError("There is an answer: " + future.join());
		}
		catch (CompletionException ex) {
			return ((NodeException) ex.getCause()).error();
		}
	}

	/**
	 * Let time pass until the cache says so.
	 */
	void await(NodeCache cache, String path, String text) {
		this.world.await(path + " is " + text, () -> text(get(cache.node(path))).equals(text));
	}

	static String text(CachedNode node) {
		return node.text().orElseThrow();
	}

	static List<Boolean> cached(List<Answer<CachedNode>> answers) {
		return answers.stream().map((answer) -> answer.value().cached()).toList();
	}

	static CacheOptions small(int maxEntries) {
		return CacheOptions.DEFAULT.withMaxEntries(maxEntries);
	}

	static CacheOptions aged(Duration refreshAfter) {
		return CacheOptions.DEFAULT.withRefreshAfter(refreshAfter);
	}

}
