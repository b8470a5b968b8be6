package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;

import io.zkhelper.session.Timing;
import io.zkhelper.test.server.EmbeddedEnsemble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Restarts the servers of an ensemble under leaders in processes of their own.
 */
class EnsembleProcessTests {

	private final Timing timing = Timing.DEFAULT;

	@TempDir
	private Path directory;

	@Test
	void leadershipStaysWhenOneServerAfterTheOtherIsRestarted() {
		try (EmbeddedEnsemble ensemble = EmbeddedEnsemble.start(this.timing.tickTime())) {
			Settings settings = Settings.of(ensemble.connectString(), this.timing);
			try (Cluster cluster = Cluster.start(this.directory, settings, "a", "b")) {
				ParticipantProcess leader = cluster.awaitLeader();
				int leading = ensemble.leader();
				IntStream.range(0, ensemble.size()).filter((i) -> i != leading).forEach((i) -> restart(ensemble, i));
				restart(ensemble, leading);
				assertThat(cluster.awaitLeader()).isSameAs(leader);
				assertThat(leader.runs()).extracting(Run::term).containsOnly(1L);
				Timeline timeline = cluster.finish();
				assertThat(timeline.violations()).as(timeline::toString).isEmpty();
			}
		}
	}

	private static void restart(EmbeddedEnsemble ensemble, int server) {
		ensemble.stop(server);
		Cluster.pass(Duration.ofSeconds(1));
		ensemble.start(server);
		ensemble.awaitServing();
		Cluster.pass(Duration.ofSeconds(2));
	}

}
