package io.zkhelper.test.election;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.Term;
import io.zkhelper.session.CommitResult;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.world.SimulatedWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two values, the second handed in at every moment from the first on.
 */
class ProclamationOrderTests {

	private static final int MOMENTS = 30;

	private final SimulatedWorld world = new SimulatedWorld();

	private final ZkClient client = this.world.connect();

	@AfterEach
	void close() {
		this.world.close();
	}

	@ParameterizedTest(name = "values are applied in the order of the calls, others have deleted the node: {0}")
	@ValueSource(booleans = { false, true })
	void order(boolean deleted) {
		for (int moment = 0; moment < MOMENTS; moment++) {
			LeaderElection election = LeaderElection.builder(this.client, "election-" + moment).build();
			Leadership term = get("it leads", election.campaign());
			if (deleted) {
				get("the first of all", term.proclaim("zero"));
				this.world.delete("/zkhelper/elections/election-%d/value".formatted(moment));
			}
			CompletionStage<CommitResult> one = term.proclaim("one");
			this.world.step(moment);
			CompletionStage<CommitResult> two = term.proclaim("two");
			assertThat(get("the second", two).isCommitted()).isTrue();
			assertThat(get("the first", one).isCommitted() || deleted).isTrue();
			assertThat(get("the term", election.latestTerm()).flatMap(Term::value)).as("after %d steps", moment)
				.contains("two");
		}
	}

	private <T> T get(String what, CompletionStage<T> stage) {
		CompletableFuture<T> future = stage.toCompletableFuture();
		this.world.await(what, future::isDone);
		return future.join();
	}

}
