package io.zkhelper.test.lock;

import java.util.stream.Stream;

import io.zkhelper.lock.LockOptions;
import io.zkhelper.lock.NodeNaming;
import io.zkhelper.test.memory.Loss;
import io.zkhelper.test.memory.RequestKind;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Locks of which a request or its answer gets lost.
 */
class LostLockMessageTests extends LockScenes<SimulatedWorld> {

	private final LockUser first = user();

	private final LockUser second = user();

	LostLockMessageTests() {
		super(new SimulatedWorld());
		world().always(this::neverBoth);
	}

	static Stream<Arguments> losses() {
		return Stream.of(Loss.values())
			.flatMap((loss) -> Stream.of(RequestKind.values()).map((kind) -> Arguments.of(kind, loss)));
	}

	@ParameterizedTest(name = "TR-09 TR-10: {0} {1} while nobody else is there")
	@MethodSource("losses")
	void alone(RequestKind kind, Loss loss) {
		world().link(this.first.client()).failNext(kind, loss);
		Attempt held = hold(this.first);
		assertThat(contenders()).hasSize(1);
		awaitReleased(held.held());
		assertThat(contenders()).isEmpty();
		awaitHeld(ask(this.second));
	}

	@ParameterizedTest(name = "TR-09 TR-10: {0} {1} of a waiter")
	@MethodSource("losses")
	void waiter(RequestKind kind, Loss loss) {
		Attempt held = hold(this.first);
		world().link(this.second.client()).failNext(kind, loss);
		Attempt waiting = queue(this.second);
		world().link(this.second.client()).disconnect();
		held.held().close();
		awaitHeld(waiting);
		assertThat(contenders()).hasSize(1);
	}

	@ParameterizedTest(name = "TR-09 TR-10: {0} {1} of a holder that lets go")
	@MethodSource("losses")
	void release(RequestKind kind, Loss loss) {
		Attempt held = hold(this.first);
		Attempt waiting = queue(this.second);
		world().link(this.first.client()).failNext(kind, loss);
		awaitReleased(held.held());
		awaitHeld(waiting);
		awaitContenders(1);
	}

	@ParameterizedTest(name = "TR-09: CREATE {0} of a node without an identity in its name")
	@EnumSource
	void plain(Loss loss) {
		world().link(this.first.client()).failNext(RequestKind.CREATE, loss);
		hold(this.first.locks().get("ledger", LockOptions.DEFAULT.withNaming(NodeNaming.PLAIN)));
		assertThat(contenders()).hasSize(1);
	}

	@ParameterizedTest(name = "TR-17: {0} {1} and given up")
	@MethodSource("losses")
	@DisplayName("TR-17: an attempt that is given up after a request got lost leaves nothing behind")
	void givenUp(RequestKind kind, Loss loss) {
		hold(this.first);
		world().link(this.second.client()).failNext(kind, loss);
		Attempt waiting = ask(this.second);
		world().step(12);
		waiting.cancel();
		awaitContenders(1);
	}

}
