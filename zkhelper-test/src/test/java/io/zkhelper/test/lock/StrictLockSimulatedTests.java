package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.test.memory.Loss;
import io.zkhelper.test.memory.RequestKind;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Strict locks on a simulated server, to the millisecond, and with lost answers.
 */
class StrictLockSimulatedTests extends StrictLockContract<SimulatedWorld> {

	StrictLockSimulatedTests() {
		super(new SimulatedWorld());
	}

	@Test
	void afterAReleaseTheNextHasItInMilliseconds() {
		HeldLock first = holdStrict(process("a"));
		CompletableFuture<HeldLock> second = queue(strict(process("b")));
		Duration lease = first.remaining();
		first.close();
		world().during(lease.dividedBy(10), "a tenth of a lease", () -> true);
		assertThat(second).isDone();
	}

	@ParameterizedTest
	@EnumSource
	void aLostAnswerToTheGrantIsFoundOut(Loss loss) {
		DistributedLocks locks = process("a");
		world().link(client(0)).failNext(RequestKind.MULTI, loss);
		HeldLock held = holdStrict(locks);
		assertThat(held.isValid()).isTrue();
		held.close();
		awaitEmptyQueue();
	}

	@ParameterizedTest
	@EnumSource
	void aLostAnswerToTheReleaseKeepsNobodyWaiting(Loss loss) {
		HeldLock first = holdStrict(process("a"));
		CompletableFuture<HeldLock> second = queue(strict(process("b")));
		world().link(client(0)).failNext(RequestKind.MULTI, loss);
		first.close();
		assertThat(get(second).isValid()).isTrue();
	}

}
