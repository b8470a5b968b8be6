package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;

import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kills a process whose task is at work.
 */
class TaskProcessTests {

	/** Nothing is promised about the first leader on a machine that is busy. */
	private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

	private final EmbeddedZooKeeper server = EmbeddedZooKeeper.builder().tickTime(Settings.SHORT.tickTime()).start();

	private final Settings settings = Settings.of(this.server.connectString(), TaskRecipe.TASK, Settings.SHORT);

	@TempDir
	private Path directory;

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	@DisplayName("TA-01 TR-01: when the process of a task is killed, the task of another one runs soon, and never two")
	void killed() {
		try (Cluster cluster = Cluster.start(this.directory, this.settings, "a", "b")) {
			ParticipantProcess victim = cluster.awaitLeader(START_TIMEOUT);
			long killed = victim.kill();
			ParticipantProcess other = cluster.awaitLeaderBeside(victim, this.settings.patience());
			Duration took = cluster.successionAfter(killed, victim);
			System.out.printf("Killed: another task ran after %s, allowed are %s%n", took, this.settings.takeover());
			Timeline timeline = cluster.finish();
			assertThat(timeline.violations()).as(timeline::toString).isEmpty();
			assertThat(other.runs().get(0).token().isNewerThan(victim.runs().get(0).token())).isTrue();
			assertThat(took).isLessThanOrEqualTo(this.settings.patience());
		}
	}

}
