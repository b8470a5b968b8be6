package io.zkhelper.boot.election;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link JoinedElections}.
 */
class JoinedElectionsTests {

	private final LeaderElections elections = new LeaderElections("default", GrantableElection::new);

	private final JoinedElections joined = new JoinedElections(this.elections, (event) -> {
	}, true);

	@Test
	void stopWaitsForAllElections() {
		CompletableFuture<Void> first = start("first").holdStop();
		CompletableFuture<Void> second = start("second").holdStop();
		CompletableFuture<Void> stopped = this.joined.stop();
		first.complete(null);
		assertThat(stopped).isNotDone();
		second.complete(null);
		assertThat(stopped).isDone();
	}

	@Test
	void stopDoesNotWaitForListenersThatBlock() {
		GrantableElection silent = new GrantableElection("silent") {

			@Override
			public CompletionStage<Void> stop() {
				return CompletableFuture.completedFuture(null);
			}

		};
		this.elections.adopt(silent);
		this.joined.publish();
		this.joined.start();
		silent.grant();
		CompletableFuture<Void> stopped = this.joined.stop();
		assertThat(stopped).isNotDone();
		assertThat(stopped).succeedsWithin(Duration.ofSeconds(10));
	}

	private GrantableElection start(String name) {
		GrantableElection election = (GrantableElection) this.elections.join(name);
		this.joined.start();
		return election;
	}

}
