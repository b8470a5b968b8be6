package io.zkhelper.test.election;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import io.zkhelper.election.ElectionOptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Elections in whose executor for listeners nothing is ever done.
 */
class DeafExecutorTests {

	private final Scene scene = new Scene();

	private final AtomicInteger undone = new AtomicInteger();

	@Test
	@DisplayName("TB-05: an election starts, leads and makes way though no event is ever taken from it")
	void start() {
		Executor deaf = (task) -> this.undone.incrementAndGet();
		Player first = this.scene
			.join(this.scene.player("a", Scene.CLIENT.withListenerExecutor(deaf), ElectionOptions.DEFAULT));
		this.scene.awaitLeader(first);
		Player second = this.scene.join("b");
		first.member().election().stop();
		this.scene.awaitLeader(second);
		assertThat(this.undone).hasPositiveValue();
		assertThat(first.member().events()).isEmpty();
	}

}
