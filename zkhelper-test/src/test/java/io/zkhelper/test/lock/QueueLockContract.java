package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.LockLostException;
import io.zkhelper.lock.LockRefusedException;
import io.zkhelper.lock.QueueLock;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Waiting for the turn of a node that somebody else has made.
 *
 * @param <W> where it happens
 */
abstract class QueueLockContract<W extends World> extends LockQueryScenes<W> {

	private static final String WORK = "/jobs/queue";

	private DistributedLocks locks;

	QueueLockContract(W world) {
		super(world);
	}

	@BeforeEach
	void start() {
		this.locks = process("a");
		world().write(WORK, "");
	}

	final DistributedLocks locks() {
		return this.locks;
	}

	String join(String prefix) {
		return world().append(WORK + "/" + prefix);
	}

	CompletableFuture<Void> turnOf(String path) {
		return this.locks.queueLock(path).awaitAsync().toCompletableFuture();
	}

	private void awaitWatches(int count) {
		world().await(count + " watches", () -> world().watches() == count);
	}

	@Test
	void aNodeIsFirstWhenAllAheadHaveGone() {
		String first = join("n-");
		String second = join("m-");
		String third = join("n-");
		get(turnOf(first));
		CompletableFuture<Void> turn = turnOf(third);
		awaitWatches(1);
		world().delete(first);
		world().during(Duration.ofMillis(500), "one is ahead", () -> !turn.isDone());
		world().delete(second);
		get(turn);
		awaitWatches(0);
		assertThat(world().children(WORK)).as("stays with its owner").hasSize(1);
	}

	@Test
	void whatHasNoNumberIsNotInTheQueue() {
		world().write(WORK + "/a-x", "");
		get(turnOf(join("n-")));
		assertThatIllegalArgumentException().isThrownBy(() -> this.locks.queueLock(WORK + "/a-x"))
			.withMessageContaining("'/jobs/queue/a-x'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.locks.queueLock("work"));
	}

	@Test
	void aNodeThatIsGoneIsNotInTheQueue() {
		String first = join("n-");
		join("n-");
		world().delete(first);
		assertThat(failure(turnOf(first), LockRefusedException.class)).hasMessageContaining("not in the queue");
		failure(turnOf("/none/n-0000000001"), LockRefusedException.class);
	}

	@Test
	void whoGivesUpLeavesTheNodesAlone() {
		join("n-");
		String own = join("n-");
		for (int i = 0; i < 10; i++) {
			CompletableFuture<Void> turn = turnOf(own);
			awaitWatches(1);
			turn.cancel(true);
		}
		world().during(Duration.ofMillis(500), "one watch at most", () -> world().watches() <= 1);
		assertThat(world().children(WORK)).hasSize(2);
	}

	@Test
	void theEndOfTheSessionEndsTheWait() {
		get(this.locks.get("ledger").acquireAsync());
		join("n-");
		CompletableFuture<Void> turn = turnOf(join("n-"));
		awaitWatches(1);
		world().expireOwnerOf(QUEUE + "/" + world().children(QUEUE).get(0));
		failure(turn, LockLostException.class);
	}

	@Test
	void theEndOfTheClientEndsTheWait() {
		join("n-");
		String own = join("n-");
		CompletableFuture<Void> turn = turnOf(own);
		awaitWatches(1);
		client(0).closeAsync();
		failure(turn, LockLostException.class);
		failure(turnOf(own), LockLostException.class);
	}

	@Test
	void theTransactionsTellTheOrderWhereNumbersDoNot() {
		world().setNextSequence(WORK, Integer.MAX_VALUE);
		String first = join("n-");
		// The counter sticks
		String second = join("a-");
		get(turnOf(first));
		CompletableFuture<Void> turn = turnOf(second);
		world().during(Duration.ofMillis(500), "one is ahead", () -> !turn.isDone());
		world().delete(first);
		get(turn);
	}

	@Test
	void aQueueLockCanBeUsedAgain() {
		String first = join("n-");
		QueueLock second = this.locks.queueLock(join("n-"));
		second.awaitAsync().toCompletableFuture().cancel(true);
		world().delete(first);
		get(second.awaitAsync());
		get(second.awaitAsync());
	}

}
