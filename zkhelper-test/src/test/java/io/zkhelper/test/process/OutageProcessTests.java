package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Takes the server away for longer than a session lives.
 */
class OutageProcessTests {

	/** Clients give a session up after 4/3 of its timeout. */
	private static final Duration LONG = Settings.SHORT.sessionTimeout().multipliedBy(3).dividedBy(2);

	@TempDir
	private Path directory;

	@Test
	void oneLeadsAgainWhenTheServerComesBack() {
		try (ServerProcess server = ServerProcess.start(this.directory, Settings.SHORT.tickTime())) {
			Settings settings = Settings.of(server.connectString(), Settings.SHORT);
			try (Cluster cluster = Cluster.start(this.directory, settings, "a", "b", "c")) {
				cluster.awaitLeader();
				server.stop();
				Cluster.pass(LONG);
				assertThat(cluster.leaders()).isEmpty();
				long back = server.start();
				cluster.awaitLeader();
				System.out.printf("Server back: one led after %s s, allowed are %s%n",
						Stamp.seconds(System.nanoTime() - back), settings.takeover());
				assertThat(cluster.allAlive()).isTrue();
				Timeline timeline = cluster.finish();
				assertThat(timeline.violations()).as(timeline::toString).isEmpty();
			}
		}
	}

	@Test
	void whoStartsWithoutAServerTakesPartWhenItComes() {
		try (ServerProcess server = new ServerProcess(this.directory, Settings.SHORT.tickTime(), Ports.free())) {
			Settings settings = Settings.of(server.connectString(), Settings.SHORT);
			try (Cluster cluster = Cluster.start(this.directory, settings, "a", "b")) {
				Cluster.pass(Duration.ofSeconds(2));
				assertThat(cluster.leaders()).isEmpty();
				server.start();
				ParticipantProcess first = cluster.awaitLeader();
				first.terminate();
				cluster.awaitLeaderBeside(first, settings.patience());
				first.awaitClosed();
				Timeline timeline = cluster.finish();
				assertThat(timeline.violations()).as(timeline::toString).isEmpty();
			}
		}
	}

}
