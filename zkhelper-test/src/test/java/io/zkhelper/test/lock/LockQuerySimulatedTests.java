package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockQueue;
import io.zkhelper.lock.LockRefusedException;
import io.zkhelper.lock.LockTimeoutException;
import io.zkhelper.test.memory.Loss;
import io.zkhelper.test.memory.RequestKind;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What can be asked about a lock, of a simulated server, and what happens when answers
 * get lost.
 */
class LockQuerySimulatedTests extends LockQueryContract<SimulatedWorld> {

	LockQuerySimulatedTests() {
		super(new SimulatedWorld());
	}

	@Test
	void aLongQueueIsShownInPart() {
		DistributedLocks locks = process("a");
		hold(locks);
		for (int i = 0; i < 120; i++) {
			world().append(QUEUE + "/lock-");
		}
		LockQueue queue = get(locks.inspect("ledger"));
		assertThat(queue.size()).isEqualTo(121);
		assertThat(queue.contenders()).hasSize(100);
	}

	@Test
	void theOrderIsThatOfTheTransactionsWhereNumbersSayNothing() {
		DistributedLocks locks = process("a");
		hold(locks);
		world().setNextSequence(QUEUE, Integer.MIN_VALUE);
		String second = world().append(QUEUE + "/lock-");
		assertThat(get(locks.inspect("ledger")).contenders().get(1).node())
			.isEqualTo(second.substring(QUEUE.length() + 1));
		assertThat(get(locks.inspect("ledger")).first().orElseThrow().holds()).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void aLostAnswerOnTheWayIsAskedForAgain(Loss loss) {
		DistributedLocks locks = process("a");
		hold(locks);
		for (RequestKind kind : new RequestKind[] { RequestKind.SYNC, RequestKind.LIST, RequestKind.READ }) {
			world().link(client(0)).failNext(kind, loss);
			assertThat(get(locks.inspect("ledger")).contenders()).as("after a lost %s", kind).hasSize(1);
		}
	}

	@ParameterizedTest
	@EnumSource
	void aPlaceIsTakenAwayOnceWhateverGetsLost(Loss loss) {
		HeldLock held = hold(process("a"));
		DistributedLocks operator = process("b");
		world().link(client(1)).failNext(RequestKind.DELETE, loss);
		assertThat(get(operator.breakLock("ledger", held.token()))).isTrue();
		awaitEmptyQueue();
	}

	@ParameterizedTest
	@EnumSource
	void aWishIsMadeWhateverGetsLost(Loss loss) {
		HeldLock held = hold(process("a"));
		DistributedLocks asker = process("b");
		world().link(client(1)).failNext(RequestKind.CREATE, loss);
		assertThat(get(asker.requestRelease("ledger"))).isTrue();
		held.onReleaseRequested(held::close);
		awaitEmptyQueue();
	}

	@ParameterizedTest
	@EnumSource
	void aWishIsHeardOnceWhateverGetsLost(Loss loss) {
		HeldLock held = hold(process("a"));
		List<String> heard = new ArrayList<>();
		held.onReleaseRequested(() -> heard.add("a wish"));
		world().link(client(0)).failNext(RequestKind.DELETE, loss);
		get(process("b").requestRelease("ledger"));
		queue(process("c"));
		world().await("heard, and forgotten", () -> !heard.isEmpty() && world().children(QUEUE).size() == 2);
		world().during(Duration.ofSeconds(2), "heard no more", () -> heard.size() == 1);
	}

	@Test
	void aListenerIsNotDeafAfterALostConnection() {
		HeldLock held = hold(process("a"));
		CompletableFuture<String> heard = new CompletableFuture<>();
		held.onReleaseRequested(() -> heard.complete("heard"));
		world().await("a watch", () -> world().watches() == 1);
		world().link(client(0)).disconnect();
		get(process("b").requestRelease("ledger"));
		assertThat(get(heard)).isEqualTo("heard");
	}

	@Test
	void aWishEndsWithTheSessionOfWhoMadeIt() {
		hold(process("a"));
		get(process("b").requestRelease("ledger"));
		assertThat(world().children(QUEUE)).hasSize(2);
		client(1).closeAsync();
		world().await("only the holder", () -> world().children(QUEUE).size() == 1);
	}

	@Test
	void withoutServersNothingHangs() {
		DistributedLocks locks = process("a");
		world().stopServers();
		CompletableFuture<LockQueue> inspection = locks.inspect("ledger").toCompletableFuture();
		CompletableFuture<HeldLock> attempt = locks.get("ledger")
			.acquireAsync(Duration.ofSeconds(1))
			.toCompletableFuture();
		world().during(Duration.ofMillis(4900), "waiting for a server", () -> !inspection.isDone());
		assertThat(attempt).isDone();
		assertThat(failure(attempt, LockTimeoutException.class)).hasMessage(
				"Lock 'ledger' was not acquired within PT1S: nobody knows who has it, since the servers have not answered within PT0.25S");
		assertThat(failure(inspection, LockRefusedException.class))
			.hasMessage("Lock 'ledger' can't be inspected: the servers have not answered within PT5S");
	}

	@Test
	void aServerThatComesBackIsAskedThen() {
		DistributedLocks locks = process("a");
		hold(locks);
		world().stopServers();
		CompletableFuture<LockQueue> inspection = locks.inspect("ledger").toCompletableFuture();
		world().during(Duration.ofSeconds(1), "waiting for a server", () -> !inspection.isDone());
		world().startServers();
		assertThat(get(inspection).name()).isEqualTo("ledger");
	}

}
