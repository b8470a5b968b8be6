package io.zkhelper.test.lock;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import io.zkhelper.session.SessionState;
import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.RequestMoments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What happens on a real server exactly between two requests of a waiter: its node, the
 * list, the watch on the one ahead and the one on its own node.
 */
class LockMomentTests extends LockScenes<RealWorld> {

	private final RequestMoments moments = new RequestMoments(world().options());

	private final LockUser waiter = LockUser.of(this.moments.client(), UnaryOperator.identity());

	private final LockUser holder = user();

	LockMomentTests() {
		super(RealWorld.calm());
	}

	@AfterEach
	void close() {
		this.moments.close();
	}

	@ParameterizedTest(name = "TR-08: the predecessor goes right before {0} #{1} of the waiter")
	@CsvSource({ "create2,1", "getChildren,1", "getData,1", "getData,2" })
	void predecessorGoes(String operation, int occurrence) {
		Attempt held = hold(this.holder);
		Attempt waiting = askUntil(operation, occurrence,
				(attempt) -> held.held().release().toCompletableFuture().join());
		awaitHeld(waiting);
		assertThat(contenders()).hasSize(1);
	}

	@ParameterizedTest(name = "TR-17: cancelled right before {0} #{1} of the waiter")
	@CsvSource({ "create2,1", "getChildren,1", "getData,1", "getData,2" })
	void cancelled(String operation, int occurrence) {
		Attempt held = hold(this.holder);
		Attempt waiting = askUntil(operation, occurrence, Attempt::cancel);
		world().await("it is out of the queue",
				() -> this.moments.passed().stream().anyMatch((frame) -> frame.operation().equals("delete")));
		awaitContenders(1);
		assertThat(waiting.isGranted()).isFalse();
		assertThat(held.isHeld()).isTrue();
	}

	private Attempt askUntil(String operation, int occurrence, Consumer<Attempt> deed) {
		world().await("a connection", () -> this.waiter.client().state() == SessionState.CONNECTED);
		CompletableFuture<Attempt> asked = new CompletableFuture<>();
		this.moments.before(operation, occurrence, () -> deed.accept(asked.join()));
		asked.complete(ask(this.waiter));
		world().await("the moment", this.moments::hasHappened);
		return asked.join();
	}

}
