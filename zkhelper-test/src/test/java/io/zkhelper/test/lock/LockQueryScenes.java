package io.zkhelper.test.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockException;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Processes that ask about the queue of a lock.
 *
 * @param <W> where they live
 */
abstract class LockQueryScenes<W extends World> {

	static final String QUEUE = "/zkhelper/locks/ledger";

	private final W world;

	private final List<ZkClient> clients = new ArrayList<>();

	LockQueryScenes(W world) {
		this.world = world;
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
	DistributedLocks process(String name) {
		ZkClient client = this.world.connect();
		this.world.await("a connection", () -> client.state() == SessionState.CONNECTED);
		this.clients.add(client);
		return DistributedLocks.builder(client).instance(name).build();
	}

	/**
	 * Return the client of the process that was started in that place.
	 */
	ZkClient client(int process) {
		return this.clients.get(process);
	}

	<T> T get(CompletionStage<T> stage) {
		CompletableFuture<T> future = stage.toCompletableFuture();
		this.world.await("an answer", future::isDone);
		return future.join();
	}

	<E extends LockException> E failure(CompletionStage<?> stage, Class<E> type) {
		CompletableFuture<?> future = stage.toCompletableFuture();
		this.world.await("an answer", future::isDone);
		assertThat(future).isCompletedExceptionally();
		E failure = catchThrowableOfType(type, () -> {
			try {
				future.join();
			}
			catch (CompletionException ex) {
				throw ex.getCause();
			}
		});
		return failure;
	}

	HeldLock hold(DistributedLocks process) {
		return get(process.get("ledger").acquireAsync());
	}

	/**
	 * Ask, and wait for the place in the queue.
	 */
	CompletableFuture<HeldLock> queue(DistributedLocks process) {
		return queue(process.get("ledger"));
	}

	CompletableFuture<HeldLock> queue(DistributedLock lock) {
		int before = this.world.children(QUEUE).size();
		CompletableFuture<HeldLock> attempt = lock.acquireAsync().toCompletableFuture();
		this.world.await("a place in the queue", () -> this.world.children(QUEUE).size() == before + 1);
		return attempt;
	}

	void awaitEmptyQueue() {
		this.world.await("nothing left behind", () -> this.world.children(QUEUE).isEmpty());
	}

}
