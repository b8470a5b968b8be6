package io.zkhelper.test.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.zkhelper.session.Cancellable;
import io.zkhelper.session.Engine;
import io.zkhelper.session.Recipe;
import io.zkhelper.session.Session;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A connection that breaks while a watch is on its way out. ZooKeeper's own client tells
 * nobody but that watch.
 */
abstract class UnansweredRemovalContract {

	private final World world;

	UnansweredRemovalContract(World world) {
		this.world = world;
	}

	@AfterEach
	void close() {
		this.world.close();
	}

	@Test
	@DisplayName("a connection that breaks before the removal of a watch is answered is told as lost")
	void isToldAsLost() {
		ZkClient client = this.world.connect();
		Watching recipe = new Watching();
		Engine.of(client).add(recipe);
		this.world.await("a watch", recipe.watch::isDone);
		this.world.deafen(client);
		CompletableFuture<Void> asked = new CompletableFuture<>();
		Engine.of(client).loop().execute(() -> {
			recipe.watch.join().cancel();
			asked.complete(null);
		});
		this.world.await("the removal", asked::isDone);
		this.world.cut(client);
		this.world.await("it is known", () -> client.state() == SessionState.SUSPENDED);
		this.world.heal(client);
		this.world.await("a connection", () -> client.state() == SessionState.CONNECTED);
	}

	/**
	 * Watches the root.
	 */
	private static final class Watching implements Recipe {

		private final CompletableFuture<Cancellable> watch = new CompletableFuture<>();

		private final CompletableFuture<Cancellable> sent = new CompletableFuture<>();

		@Override
		public void onSession(Session session) {
			this.sent.complete(session.znodes().watchChildren("/", () -> {
			}, (answer) -> this.sent.thenAccept(this.watch::complete)));
		}

		@Override
		public void onSessionOver(SessionState why) {
		}

		@Override
		public CompletionStage<Void> onClosing() {
			return CompletableFuture.completedFuture(null);
		}

	}

}
