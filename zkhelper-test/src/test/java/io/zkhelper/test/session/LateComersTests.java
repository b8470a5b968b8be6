package io.zkhelper.test.session;

import java.time.Duration;
import java.util.concurrent.CompletionStage;

import io.zkhelper.cache.NodeCache;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.LockRefusedException;
import io.zkhelper.presence.Group;
import io.zkhelper.presence.Presence;
import io.zkhelper.presence.PresenceState;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What begins with a client that is about to end, or has ended, ends as well: nobody
 * waits for ever.
 */
@ParameterizedClass
@EnumSource
class LateComersTests {

	@Parameter
	private End end;

	private final SimulatedWorld world = new SimulatedWorld();

	@AfterEach
	void close() {
		this.world.close();
	}

	private ZkClient endingClient() {
		ZkClient client = this.world.connect();
		this.world.await("a connection", () -> client.state() == SessionState.CONNECTED);
		switch (this.end) {
			case CLOSING -> client.closeAsync();
			case DETACHING -> client.detach();
			case CLOSED -> {
				CompletionStage<Boolean> closed = client.closeAsync();
				this.world.await("the close", () -> closed.toCompletableFuture().isDone());
			}
		}
		return client;
	}

	@Test
	void aPresenceIsClosed() {
		Presence presence = Presence.builder(endingClient(), "/instances/1").build();
		presence.start();
		this.world.await("it is closed", () -> presence.view().state() == PresenceState.CLOSED);
		assertThat(this.world.children("/")).doesNotContain("instances");
	}

	@Test
	void aMemberOfAGroupIsClosed() {
		Group group = Group.open(endingClient(), "workers");
		Presence member = group.join("1", "idle");
		this.world.await("it is closed", () -> member.view().state() == PresenceState.CLOSED);
		assertThat(group.members()).isEmpty();
	}

	@Test
	void aReadOfACacheFails() {
		NodeCache cache = NodeCache.on(endingClient());
		requireFailure(cache.node("/config"), NodeException.class);
	}

	@Test
	void aLockIsRefused() {
		DistributedLocks locks = DistributedLocks.on(endingClient());
		requireFailure(locks.get("ledger").acquireAsync(Duration.ofHours(1)), LockRefusedException.class);
	}

	private void requireFailure(CompletionStage<?> stage, Class<? extends Exception> type) {
		this.world.await("it is over", () -> stage.toCompletableFuture().isDone());
		assertThat(stage.toCompletableFuture()).failsWithin(Duration.ZERO)
			.withThrowableThat()
			.withCauseInstanceOf(type);
	}

	/** How far the end of the client has come. */
	enum End {

		CLOSING, DETACHING, CLOSED

	}

}
