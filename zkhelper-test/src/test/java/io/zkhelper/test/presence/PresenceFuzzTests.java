package io.zkhelper.test.presence;

import java.time.Duration;
import java.util.Random;

import io.zkhelper.presence.Presence;
import io.zkhelper.presence.PresenceState;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.memory.Loss;
import io.zkhelper.test.memory.RequestKind;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever happens, in the end the node is there with the right data, and after a close
 * there is none. {@code -Dzkhelper.presence.seeds=10000} tries more.
 */
class PresenceFuzzTests {

	private static final long SEEDS = Long.getLong("zkhelper.presence.seeds", 300);

	private static final String PATH = "/app/one";

	private static final RequestKind[] KINDS = { RequestKind.READ, RequestKind.MULTI, RequestKind.SYNC,
			RequestKind.DELETE, RequestKind.CREATE };

	@Test
	void theNodeIsThereInTheEnd() {
		for (long seed = 0; seed < SEEDS; seed++) {
			try (SimulatedWorld world = new SimulatedWorld(seed)) {
				new Course(world, new Random(seed)).run();
			}
			catch (AssertionError ex) {
				throw new AssertionError("Seed " + seed, ex);
			}
		}
	}

	private static final class Course {

		private final SimulatedWorld world;

		private final Random random;

		private final ZkClient client;

		private final Presence presence;

		private int updates;

		Course(SimulatedWorld world, Random random) {
			this.world = world;
			this.random = random;
			this.client = world.connect();
			this.presence = Presence.builder(this.client, PATH)
				.waitAtMost(Duration.ofSeconds(30))
				.recreateDelay(Duration.ZERO, Duration.ofSeconds(1))
				.build();
			world.await("a connection", () -> this.client.state() == SessionState.CONNECTED);
		}

		void run() {
			this.presence.start();
			for (int i = 0; i < 12; i++) {
				this.world.step(this.random.nextInt(60));
				disturb(this.random.nextInt(8));
			}
			this.world.heal(this.client);
			this.world.await("registered, not " + this.presence.view(),
					() -> isThere() && this.presence.isRegistered());
			assertData();
			var left = this.presence.leave().toCompletableFuture();
			this.world.step(this.random.nextInt(5));
			this.world.link(this.client).failNext(KINDS[this.random.nextInt(5)], loss());
			this.world.await("left", left::isDone);
			this.world.during(Duration.ofSeconds(5), "no node", () -> !isThere());
			assertThat(this.presence.view().state()).isEqualTo(PresenceState.CLOSED);
		}

		private void disturb(int what) {
			switch (what) {
				case 0 -> this.world.cut(this.client);
				case 1, 2 -> this.world.heal(this.client);
				case 3 -> this.world.link(this.client).disconnect();
				case 4 -> this.world.link(this.client).failNext(KINDS[this.random.nextInt(5)], loss());
				case 5 -> this.presence.update((++this.updates + "").getBytes(UTF_8));
				default -> disturbNode(what);
			}
		}

		private void disturbNode(int what) {
			if (isThere() && what == 6) {
				this.world.expireOwnerOf(PATH);
			}
			else if (isThere()) {
				this.world.delete(PATH);
			}
		}

		private Loss loss() {
			return Loss.values()[this.random.nextInt(Loss.values().length)];
		}

		private boolean isThere() {
			return this.world.children("/app").contains("one");
		}

		private void assertData() {
			this.world.during(Duration.ofSeconds(3), "", () -> true);
			assertThat(data()).isEqualTo((this.updates > 0) ? this.updates + "" : "");
		}

		private String data() {
			ZkClient looker = this.world.connect();
			this.world.await("a connection", () -> looker.state() == SessionState.CONNECTED);
			var read = looker.nodes().read(PATH).toCompletableFuture();
			this.world.await("an answer", read::isDone);
			return read.handle((node, failure) -> (failure != null) ? "" : new String(node.data(), UTF_8)).join();
		}

	}

}
