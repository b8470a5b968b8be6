package io.zkhelper.test.lock;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import io.zkhelper.lock.LockRefusedException;
import io.zkhelper.lock.NodeNaming;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.world.CapturedLog;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counters near their end and at it on a simulated server, and what is told of them.
 */
class CounterEdgeSimulatedTests extends CounterEdgeContract<SimulatedWorld> {

	CounterEdgeSimulatedTests() {
		super(new SimulatedWorld());
	}

	static Stream<Arguments> edges() {
		return Stream.of(Kind.values())
			.flatMap((kind) -> IntStream
				.of((1 << 30) - 2, Integer.MAX_VALUE - 1_000_002, Integer.MAX_VALUE - 2, Integer.MAX_VALUE,
						Integer.MIN_VALUE, -3)
				.mapToObj((next) -> Arguments.of(kind, next)));
	}

	@ParameterizedTest
	@MethodSource("edges")
	void whoCameFirstIsServedFirst(Kind kind, int next) {
		cross(kind, next);
	}

	@Test
	void aCounterThatIsHalfWayIsToldOfOnceForEachQueue() {
		try (CapturedLog log = CapturedLog.of(ZkClient.class, Level.WARN)) {
			LockUser user = user();
			hold(user).held().close();
			world().setNextSequence(QUEUE, (1 << 30) - 1);
			hold(user).held().close();
			assertThat(log.messages(Level.WARN)).isEmpty();
			assertThat(user.client().highestSequence()).isEqualTo((1 << 30) - 1);
			IntStream.range(0, 5).forEach((round) -> hold(user).held().close());
			assertThat(log.messages(Level.WARN)).hasSize(1)
				.allMatch((message) -> message.contains("counted to 1073741824 in '" + QUEUE + "'"));
			assertThat(user.client().highestSequence()).isEqualTo((1 << 30) + 4);
		}
	}

	@Test
	void anUsedUpCounterShowsAsItsEnd() {
		LockUser user = user();
		hold(user).held().close();
		world().setNextSequence(QUEUE, Integer.MIN_VALUE);
		hold(user).held().close();
		assertThat(user.client().highestSequence()).isEqualTo(Integer.MAX_VALUE);
	}

	@Test
	void plainNamesCanBeUsedUpAndSaySo() {
		LockOptions plain = LockOptions.DEFAULT.withNaming(NodeNaming.PLAIN);
		Attempt first = hold(user().locks().get("ledger", plain));
		world().setNextSequence(QUEUE, Integer.MAX_VALUE);
		Attempt second = ask(user().locks().get("ledger", plain));
		awaitContenders(2);
		Attempt third = ask(user().locks().get("ledger", plain));
		awaitOver(third);
		assertThat(third.failure(LockRefusedException.class)).hasMessageContainingAll("used up", QUEUE,
				"protected names");
		awaitReleased(first.held());
		awaitHeld(second);
	}

}
