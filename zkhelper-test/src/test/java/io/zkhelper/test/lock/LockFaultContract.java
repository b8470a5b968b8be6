package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockLoss;
import io.zkhelper.lock.LockLostException;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of locks when sessions end, connections break and servers go away.
 */
abstract class LockFaultContract extends LockScenes<World> {

	private final LockUser first = user();

	private final LockUser second = user();

	LockFaultContract(World world) {
		super(world);
	}

	@Test
	@DisplayName("TR-01: the lock of a process that died goes to the next one")
	void crash() {
		Attempt held = hold(this.first);
		Attempt waiting = queue(this.second);
		FencingToken token = held.held().token();
		world().cut(this.first.client());
		world().await("the lease has ended", () -> !held.isHeld());
		world().expireOwnerOf(node(0));
		awaitHeld(waiting);
		assertThat(waiting.held().token().isNewerThan(token)).isTrue();
	}

	@Test
	@DisplayName("TR-02: a holder that is cut off is told so before another one holds")
	void cutOff() {
		Attempt held = hold(this.first);
		List<LockLoss> losses = losses(held.held());
		Attempt waiting = queue(this.second);
		world().cut(this.first.client());
		world().await("the loss is told", () -> neverBoth() && !losses.isEmpty());
		assertThat(waiting.isOver()).isFalse();
		awaitHeld(waiting);
		assertThat(losses).containsExactly(LockLoss.LEASE_LAPSED);
		world().heal(this.first.client());
		awaitContenders(1);
		assertThat(waiting.isHeld()).isTrue();
	}

	@Test
	@DisplayName("TR-02: what has lapsed is never valid again, and its node goes when the connection is back")
	void lapsed() {
		HeldLock held = hold(this.first).held();
		world().cut(this.first.client());
		world().await("the lease has ended", () -> !held.isValid());
		world().heal(this.first.client());
		awaitContenders(0);
		assertThat(held.isValid()).isFalse();
		assertThat(held.remaining()).isZero();
		assertThatExceptionOfType(LockLostException.class).isThrownBy(held::token)
			.withMessageContainingAll("'ledger'", "no heartbeat was acknowledged in time")
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(LockLoss.LEASE_LAPSED));
		assertThatExceptionOfType(LockLostException.class).isThrownBy(held::guard);
	}

	@Test
	void whoHasLostALockDoesNotFreeThatOfItsSuccessor() {
		HeldLock lost = hold(this.first).held();
		Attempt waiting = queue(this.second);
		world().cut(this.first.client());
		awaitHeld(waiting);
		world().heal(this.first.client());
		lost.close();
		awaitReleased(lost);
		awaitContenders(1);
		world().during(Duration.ofMillis(200), "the successor holds", waiting::isHeld);
	}

	@Test
	@DisplayName("TR-18 TD-13: a waiter whose session expires ends at once, while the holder goes on")
	void sessionOfTheWaiterExpires() {
		Attempt held = hold(this.first);
		Attempt waiting = queue(this.second);
		world().expireOwnerOf(node(1));
		awaitOver(waiting);
		assertThat(waiting.failure(LockLostException.class).reason()).isEqualTo(LockLoss.SESSION_EXPIRED);
		assertThat(held.isHeld()).isTrue();
		Attempt again = queue(this.second);
		held.held().close();
		awaitHeld(again);
	}

	@Test
	@DisplayName("TD-18: when a waiter's session ends, who is behind waits on for the holder")
	void sessionOfTheOneInBetweenExpires() {
		Attempt held = hold(this.first);
		Attempt between = queue(this.second);
		Attempt last = queue(user());
		world().expireOwnerOf(node(1));
		awaitOver(between);
		world().during(Duration.ofMillis(100), "the last one waits", () -> !last.isOver());
		held.held().close();
		awaitHeld(last);
	}

	@Test
	@DisplayName("TD-20: when the session of a holder ends, it is told soon, once, and after it is true")
	void sessionOfTheHolderExpires() {
		HeldLock held = hold(this.first).held();
		List<Boolean> validWhenTold = new CopyOnWriteArrayList<>();
		held.onLost((why) -> validWhenTold.add(held.isValid()));
		List<LockLoss> losses = losses(held);
		world().expireOwnerOf(node(0));
		world().await("the loss is told", () -> !losses.isEmpty());
		assertThat(losses).first()
			.as("what it notices first")
			.isIn(LockLoss.SESSION_EXPIRED, LockLoss.NODE_DELETED, LockLoss.LEASE_LAPSED);
		held.close();
		world().during(Duration.ofMillis(400), "told once", () -> losses.size() == 1);
		assertThat(validWhenTold).containsExactly(false);
		hold(this.first);
	}

	@Test
	@DisplayName("TR-14: a holder whose node an operator deletes is told with its next heartbeat")
	void nodeOfTheHolderDeleted() {
		HeldLock held = hold(this.first).held();
		Attempt waiting = queue(this.second);
		List<LockLoss> losses = losses(held);
		world().delete(node(0));
		world().await("the loss is told", () -> !losses.isEmpty());
		assertThat(held.isValid()).isFalse();
		assertThat(losses).containsExactly(LockLoss.NODE_DELETED);
		awaitHeld(waiting);
	}

	@Test
	@DisplayName("TR-14: a waiter whose node an operator deletes queues again when it would be its turn")
	void nodeOfAWaiterDeleted() {
		Attempt held = hold(this.first);
		Attempt waiting = queue(this.second);
		Attempt last = queue(user());
		world().delete(node(1));
		world().during(Duration.ofMillis(100), "the last one waits", () -> !last.isOver());
		held.held().close();
		awaitHeld(last);
		assertThat(waiting.isOver()).isFalse();
		last.held().close();
		awaitHeld(waiting);
	}

	@Test
	@DisplayName("TR-19: a lock that is let go of while the servers are away is free when they are back")
	void releasedWhileCutOff() {
		Attempt held = hold(this.first);
		Attempt waiting = queue(this.second);
		world().cut(this.first.client());
		CompletionStage<Void> released = held.held().release();
		assertThat(held.isHeld()).isFalse();
		world().during(Duration.ofMillis(100), "it waits", () -> !waiting.isOver());
		world().heal(this.first.client());
		awaitDone("the release", released);
		awaitHeld(waiting);
	}

	@Test
	@DisplayName("TR-19: a lock that is let go of by who never comes back goes with the session")
	void releasedAndGone() {
		Attempt held = hold(this.first);
		Attempt waiting = queue(this.second);
		world().cut(this.first.client());
		CompletionStage<Void> released = held.held().release();
		awaitHeld(waiting);
		world().heal(this.first.client());
		awaitDone("the release", released);
		awaitContenders(1);
	}

	@Test
	@DisplayName("TR-09: a node whose creation was not answered is the one and only")
	void creationWithoutAnswer() {
		hold(this.first.locks().get("other"));
		world().write(QUEUE, "");
		world().deafen(this.first.client());
		Attempt attempt = ask(this.first);
		awaitContenders(1);
		assertThat(attempt.isOver()).isFalse();
		world().cut(this.first.client());
		world().heal(this.first.client());
		awaitHeld(attempt);
		assertThat(contenders()).hasSize(1);
	}

	@Test
	@DisplayName("TR-10: a lock whose deletion was not answered is free, once")
	void deletionWithoutAnswer() {
		Attempt held = hold(this.first);
		Attempt waiting = queue(this.second);
		world().deafen(this.first.client());
		CompletionStage<Void> released = held.held().release();
		awaitHeld(waiting);
		world().cut(this.first.client());
		world().heal(this.first.client());
		awaitDone("the release", released);
		world().during(Duration.ofMillis(100), "the next one holds", waiting::isHeld);
	}

	private static List<LockLoss> losses(HeldLock held) {
		List<LockLoss> losses = new CopyOnWriteArrayList<>();
		held.onLost(losses::add);
		return losses;
	}

}
