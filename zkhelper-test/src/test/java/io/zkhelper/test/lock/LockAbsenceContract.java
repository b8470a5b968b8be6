package io.zkhelper.test.lock;

import java.time.Duration;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.claim.Safety;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.LockLoss;
import io.zkhelper.lock.LockLostException;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.lock.LockRefusedException;
import io.zkhelper.lock.LockTimeoutException;
import io.zkhelper.session.SessionState;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What becomes of locks when servers, directories and clients come and go.
 */
abstract class LockAbsenceContract extends LockScenes<World> {

	private final LockUser first = user();

	private final LockUser second = user();

	LockAbsenceContract(World world) {
		super(world);
	}

	@Test
	void waitersGetTheLockAfterTheServersWereAway() {
		Attempt held = hold(this.first);
		Attempt waiting = queue(this.second);
		world().stopServers();
		world().during(Duration.ofMillis(200), "it waits", () -> !waiting.isOver());
		world().startServers();
		held.held().close();
		awaitHeld(waiting);
	}

	@Test
	void theServersMayComeLate() {
		world().stopServers();
		LockUser early = user();
		Attempt patient = ask(early);
		Attempt hasty = ask(early.locks().get("other"), Duration.ofMillis(100));
		Attempt look = look(early);
		awaitOver(hasty);
		awaitOver(look);
		assertThat(hasty.failure(LockTimeoutException.class).holder()).isEmpty();
		assertThat(look.failure()).isInstanceOf(LockTimeoutException.class);
		assertThat(patient.isOver()).isFalse();
		world().startServers();
		awaitHeld(patient);
	}

	@Test
	@DisplayName("TR-15: a client that closes takes along what it holds and waits for, and nothing else")
	void clientCloses() {
		Attempt waiting = queueBehindTheFirst();
		LockUser third = user();
		Attempt last = queue(third);
		awaitDone("the close", this.second.client().closeAsync());
		awaitOver(waiting);
		assertThat(waiting.failure(LockLostException.class).reason()).isEqualTo(LockLoss.CLIENT_CLOSED);
		awaitContenders(2);
		awaitDone("the close", this.first.client().closeAsync());
		awaitContenders(1);
		awaitHeld(last);
	}

	private Attempt queueBehindTheFirst() {
		hold(this.first);
		return queue(this.second);
	}

	@Test
	@DisplayName("TR-07: a lock of a closed client is refused, and its directory untouched")
	void closedBefore() {
		LockUser closed = connected();
		awaitDone("the close", closed.client().closeAsync());
		Attempt attempt = ask(closed);
		awaitOver(attempt);
		assertThat(attempt.failure()).isInstanceOfAny(LockLostException.class, LockRefusedException.class);
		assertThat(world().children("/zkhelper/locks")).isEmpty();
	}

	@Test
	@DisplayName("TR-07: who never had a node leaves the directory alone, whatever it lets go of or is refused")
	void withoutANode() {
		LockUser closed = connected();
		world().write(QUEUE, "");
		world().cut(this.first.client());
		Attempt givenUp = ask(this.first);
		givenUp.cancel();
		awaitDone("the close", closed.client().closeAsync());
		awaitOver(ask(closed));
		assertThatExceptionOfType(IllegalMonitorStateException.class)
			.isThrownBy(() -> this.second.ledger().asLock().unlock());
		world().heal(this.first.client());
		hold(this.second);
		assertThat(world().children("/zkhelper/locks")).containsExactly("ledger");
		assertThat(contenders()).hasSize(1);
	}

	@Test
	void aReapedDirectoryIsMadeAgain() {
		DistributedLock lock = this.first.ledger();
		for (int round = 0; round < 3; round++) {
			Attempt held = hold(lock);
			awaitReleased(held.held());
			world().delete(QUEUE);
		}
		assertThat(hold(lock).held().isValid()).isTrue();
	}

	@Test
	void strictLocksPassOnAsWell() {
		LockOptions strict = LockOptions.DEFAULT.withSafety(Safety.STRICT);
		Attempt held = hold(this.first.locks().get("ledger", strict));
		FencingToken token = held.held().token();
		Attempt next = ask(this.second.locks().get("ledger", strict));
		held.held().close();
		awaitHeld(next);
		assertThat(next.held().token().isNewerThan(token)).isTrue();
	}

	@Test
	@DisplayName("TR-15 F-19: locks that are let go of leave their client as it was, and no watch")
	void nothingIsLeftInAClient() {
		int watches = world().watches();
		Attempt held = hold(this.first);
		Attempt late = ask(this.second.ledger(), Duration.ofMillis(50));
		Attempt waiting = queue(user());
		awaitOver(late);
		held.held().close();
		awaitHeld(waiting);
		awaitReleased(waiting.held());
		world().await("no watch is left", () -> world().watches() == watches);
		assertThat(this.first.client().state()).isEqualTo(SessionState.CONNECTED);
		assertThat(this.first.locks().local()).isEmpty();
		hold(this.first);
	}

}
