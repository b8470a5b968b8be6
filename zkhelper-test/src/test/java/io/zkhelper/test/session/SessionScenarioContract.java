package io.zkhelper.test.session;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockLoss;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.SessionTicket;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long a session lasts, and what ends with it.
 */
abstract class SessionScenarioContract {

	private static final Duration ASKED = Duration.ofSeconds(90);

	private final World world;

	SessionScenarioContract(World world) {
		this.world = world;
	}

	@AfterEach
	void close() {
		this.world.close();
	}

	@Test
	@DisplayName("TD-20: when a client is closed, what it held is told to be lost")
	void closed() {
		ZkClient client = connect(this.world.options());
		HeldLock held = hold(client);
		CompletionStage<Boolean> closed = client.closeAsync();
		awaitSoon(held.lost());
		assertThat(await(held.lost())).isEqualTo(LockLoss.CLIENT_CLOSED);
		assertThat(held.isValid()).isFalse();
		await(closed);
		assertThat(client.view().state()).isEqualTo(SessionState.CLOSED);
	}

	@Test
	@DisplayName("TD-20: when a client leaves its session without ending it, what it held is told to be lost")
	void left() {
		ZkClient client = connect(this.world.options());
		HeldLock held = hold(client);
		CompletableFuture<Void> work = new CompletableFuture<>();
		held.onLost((why) -> work.cancel(true));
		CompletionStage<Optional<SessionTicket>> detached = client.detach();
		awaitSoon(held.lost());
		SessionTicket ticket = await(detached).orElseThrow();
		assertThat(await(held.lost())).isEqualTo(LockLoss.CLIENT_CLOSED);
		assertThat(held.isValid()).isFalse();
		this.world.await("the work is cancelled", work::isCancelled);
		assertThat(client.view().state()).isEqualTo(SessionState.CLOSED);
		assertThat(connect(this.world.options().withTicket(ticket)).state()).isEqualTo(SessionState.CONNECTED);
	}

	@Test
	@DisplayName("TD-20: a session lasts as long as the servers grant, and a lease is shorter than that")
	void timeout() {
		ZkClient client = connect(this.world.options().withSessionTimeout(ASKED));
		Duration granted = client.view().timeout();
		assertThat(granted).isPositive().isLessThanOrEqualTo(ASKED);
		hold(client);
		assertThat(client.view().leaseRemaining())
			.hasValueSatisfying((lease) -> assertThat(lease).isBetween(Duration.ofNanos(1), granted.dividedBy(2)));
	}

	@Test
	@DisplayName("TD-20: work that hangs on a lock can be cancelled when the session ends")
	void dependentWork() {
		HeldLock held = hold(connect(this.world.options()));
		CompletableFuture<Void> work = new CompletableFuture<>();
		held.onLost((why) -> work.cancel(true));
		this.world.during(Duration.ofMillis(100), "the work goes on", () -> !work.isDone());
		String queue = "/zkhelper/locks/ledger";
		this.world.expireOwnerOf(queue + "/" + this.world.children(queue).get(0));
		this.world.await("the work is cancelled", work::isCancelled);
		assertThat(held.isValid()).isFalse();
	}

	private ZkClient connect(ZkClientOptions options) {
		ZkClient client = this.world.connect(options);
		this.world.await("a connection", () -> client.state() == SessionState.CONNECTED);
		return client;
	}

	private HeldLock hold(ZkClient client) {
		return await(DistributedLocks.on(client).get("ledger").acquireAsync());
	}

	private void awaitSoon(CompletionStage<?> stage) {
		this.world.awaitWithin(Duration.ofMillis(100), "it is told soon", stage.toCompletableFuture()::isDone);
	}

	private <T> T await(CompletionStage<T> stage) {
		CompletableFuture<T> future = stage.toCompletableFuture();
		this.world.await("an answer", future::isDone);
		return future.join();
	}

}
