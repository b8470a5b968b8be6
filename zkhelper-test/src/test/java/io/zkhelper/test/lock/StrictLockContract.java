package io.zkhelper.test.lock;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.claim.Safety;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Locks whose next holder makes sure that the one before is over.
 *
 * @param <W> where it happens
 */
abstract class StrictLockContract<W extends World> extends LockQueryScenes<W> {

	private static final LockOptions STRICT = LockOptions.DEFAULT.withSafety(Safety.STRICT);

	StrictLockContract(W world) {
		super(world);
	}

	final DistributedLock strict(DistributedLocks locks) {
		return locks.get("ledger", STRICT);
	}

	final HeldLock holdStrict(DistributedLocks locks) {
		return get(strict(locks).acquireAsync());
	}

	private String ownNode() {
		return QUEUE + "/" + world().children(QUEUE).get(0);
	}

	// Whether two have seen themselves as holders at the same instant
	private boolean overlaps(HeldLock first, CompletableFuture<HeldLock> second) {
		AtomicBoolean both = new AtomicBoolean();
		world().await("the next holder", () -> {
			boolean next = second.isDone() && second.join().isValid();
			both.compareAndSet(false, next && first.isValid());
			return next;
		});
		return both.get();
	}

	@Test
	void aReleaseNeedsNoWait() {
		HeldLock first = holdStrict(process("a"));
		FencingToken token = first.token();
		CompletableFuture<HeldLock> second = queue(strict(process("b")));
		first.close();
		HeldLock next = get(second);
		assertThat(next.token().isNewerThan(token)).isTrue();
		next.close();
		awaitEmptyQueue();
	}

	@Test
	void aDeletedNodeNeverMakesTwoHolders() {
		HeldLock first = holdStrict(process("a"));
		CompletableFuture<HeldLock> second = queue(strict(process("b")));
		world().cut(client(0));
		world().delete(ownNode(first));
		assertThat(overlaps(first, second)).isFalse();
	}

	@Test
	void withoutStrictnessADeletedNodeMakesTwoHoldersForAWhile() {
		HeldLock first = hold(process("a"));
		CompletableFuture<HeldLock> second = queue(process("b"));
		world().cut(client(0));
		world().delete(ownNode(first));
		assertThat(overlaps(first, second)).isTrue();
	}

	private String ownNode(HeldLock held) {
		assertThat(world().children(QUEUE)).hasSize(2);
		return world().children(QUEUE)
			.stream()
			.map((name) -> QUEUE + "/" + name)
			.filter((path) -> held.guard().toString().contains(path))
			.findFirst()
			.orElseThrow();
	}

	@Test
	void anEndedSessionMakesTheNextWaitForTheLease() {
		HeldLock first = holdStrict(process("a"));
		CompletableFuture<HeldLock> second = queue(strict(process("b")));
		world().cut(client(0));
		world().expireOwnerOf(ownNode(first));
		assertThat(overlaps(first, second)).isFalse();
	}

	@Test
	void whoWasAloneTakesItAgainAtOnceAfterALoss() {
		DistributedLocks locks = process("a");
		HeldLock first = holdStrict(locks);
		world().delete(ownNode());
		world().await("the loss", () -> !first.isValid());
		HeldLock again = holdStrict(locks);
		assertThat(again.isValid()).isTrue();
		assertThat(again.token().zxid()).isPositive();
	}

	@Test
	void threadsPassItOnWithoutTheServers() {
		DistributedLocks locks = process("a");
		HeldLock first = holdStrict(locks);
		FencingToken token = first.token();
		CompletableFuture<HeldLock> second = strict(locks).acquireAsync().toCompletableFuture();
		first.close();
		assertThat(get(second).token()).isEqualTo(new FencingToken(token.zxid(), 1));
	}

}
