package io.zkhelper.test.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.claim.Safety;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.test.world.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Locks of all kinds whose counter comes near its end, and to it, while somebody holds:
 * who came first is served first, one at a time, with growing tokens.
 *
 * @param <W> where it happens
 */
abstract class CounterEdgeContract<W extends World> extends LockScenes<W> {

	CounterEdgeContract(W world) {
		super(world);
	}

	/**
	 * Let contenders come and go from a number of the counter on.
	 */
	final void cross(Kind kind, int next) {
		List<Attempt> order = new ArrayList<>(List.of(hold(kind.of(user()))));
		world().setNextSequence(QUEUE, next);
		IntStream.range(0, 5).forEach((index) -> order.add(queue(kind.of(user()))));
		order.remove(2).cancel();
		awaitContenders(5);
		FencingToken last = serve(order.remove(0));
		for (int newcomers = 2; !order.isEmpty(); newcomers--) {
			if (newcomers > 0) {
				order.add(queue(kind.of(user())));
			}
			FencingToken token = serve(order.remove(0));
			assertThat(token.isNewerThan(last)).isTrue();
			last = token;
		}
		awaitContenders(0);
	}

	private FencingToken serve(Attempt next) {
		awaitHeld(next);
		FencingToken token = next.held().token();
		awaitReleased(next.held());
		return token;
	}

	private Attempt queue(DistributedLock lock) {
		int before = contenders().size();
		Attempt attempt = ask(lock);
		world().await("a place in the queue", () -> neverBoth() && contenders().size() == before + 1);
		return attempt;
	}

	@ParameterizedTest
	@EnumSource
	void readersGoTogetherAndWritersAloneWhenNumbersAreUsedUp(Reading kind) {
		Attempt first = hold(kind.read(user()));
		world().setNextSequence(QUEUE, Integer.MAX_VALUE - 1);
		Attempt second = ask(kind.read(user()));
		awaitGranted(second);
		int before = contenders().size();
		Attempt writer = ask(kind.write(user()));
		awaitContenders(before + 1);
		Attempt third = ask(kind.read(user()));
		awaitContenders(before + 2);
		assertThat(first.isHeld() && second.isHeld()).isTrue();
		awaitReleased(first.held());
		assertThat(writer.isOver() || third.isOver()).isFalse();
		awaitReleased(second.held());
		awaitGranted(writer);
		assertThat(third.isOver()).isFalse();
		awaitReleased(writer.held());
		awaitGranted(third);
	}

	private void awaitGranted(Attempt attempt) {
		world().await("it is held", attempt::isHeld);
	}

	/**
	 * Kinds of locks of which one is held at a time.
	 */
	enum Kind {

		EXCLUSIVE((locks) -> locks.get("ledger")),

		STRICT((locks) -> locks.get("ledger", LockOptions.DEFAULT.withSafety(Safety.STRICT))),

		WRITE((locks) -> locks.readWrite("ledger").write()),

		PERMIT((locks) -> locks.semaphore("ledger", 1)),

		SEVERAL((locks) -> locks.all("ledger", "zebra"));

		private final Function<DistributedLocks, DistributedLock> lock;

		Kind(Function<DistributedLocks, DistributedLock> lock) {
			this.lock = lock;
		}

		DistributedLock of(LockUser user) {
			return this.lock.apply(user.locks());
		}

	}

	/**
	 * Kinds of locks that some hold together and others alone.
	 */
	enum Reading {

		READ_WRITE, PERMITS;

		DistributedLock read(LockUser user) {
			return (this == READ_WRITE) ? user.locks().readWrite("ledger").read() : user.locks().semaphore("ledger", 2);
		}

		DistributedLock write(LockUser user) {
			return (this == READ_WRITE) ? user.locks().readWrite("ledger").write()
					: user.locks().semaphore("ledger", 2).several(2);
		}

	}

}
