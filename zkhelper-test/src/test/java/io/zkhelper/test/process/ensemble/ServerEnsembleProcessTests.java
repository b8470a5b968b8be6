package io.zkhelper.test.process.ensemble;

import java.nio.file.Path;
import java.time.Duration;

import io.zkhelper.test.server.RawClient;
import org.apache.zookeeper.CreateMode;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the ensemble in processes of its own can do.
 */
class ServerEnsembleProcessTests {

	@TempDir
	private Path directory;

	@Test
	void aFollowerThatIsCutOffServesWhatIsOver() throws Exception {
		try (ServerEnsemble ensemble = ServerEnsemble.start(this.directory, Duration.ofMillis(500), 20)) {
			int follower = ensemble.follower(0);
			try (RawClient cut = connect(ensemble, follower); RawClient other = connect(ensemble, ensemble.leader())) {
				cut.create("/node", CreateMode.EPHEMERAL);
				ensemble.isolate(follower);
				Awaitility.await().until(() -> !other.exists("/node"));
				assertThat(cut.exists("/node")).isTrue();
				ensemble.heal();
				ensemble.awaitServing();
				Awaitility.await().until(() -> !other.exists("/node"));
			}
		}
	}

	private static RawClient connect(ServerEnsemble ensemble, int server) {
		return RawClient.connect("127.0.0.1:" + ensemble.clientPort(server), Duration.ofSeconds(2));
	}

}
