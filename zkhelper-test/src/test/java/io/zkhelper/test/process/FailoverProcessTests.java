package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ends processes that lead, and freezes one that believes its events.
 */
class FailoverProcessTests {

	@TempDir
	private Path directory;

	private ServerProcess server;

	private Settings settings;

	@BeforeEach
	void startServer() {
		this.server = ServerProcess.start(this.directory, Settings.SHORT.tickTime());
		this.settings = Settings.of(this.server.connectString(), Settings.SHORT);
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	@Test
	@DisplayName("TD-22: one who waits ends and the leader is killed; the third leads soon, in a term of its own")
	void anotherLeadsSoonAfterTheLeaderIsKilled() {
		try (Cluster cluster = Cluster.start(this.directory, this.settings, "a", "b", "c")) {
			ParticipantProcess victim = cluster.awaitLeader();
			ParticipantProcess waiting = cluster.alive()
				.stream()
				.filter((one) -> one != victim)
				.findFirst()
				.orElseThrow();
			// Where nobody was scheduled for a while, others may have led before
			List<Run> before = waiting.runs();
			waiting.terminate();
			cluster.awaitClosed(waiting);
			long killed = victim.kill();
			ParticipantProcess third = cluster.awaitLeaderBeside(victim, this.settings.patience());
			Duration took = cluster.successionAfter(killed, victim);
			System.out.printf("Killed: another led after %s, allowed are %s%n", took, this.settings.takeover());
			Timeline timeline = cluster.finish();
			assertThat(timeline.violations()).as(timeline::toString).isEmpty();
			assertThat(waiting.runs()).as("it led no more once it was told to end").isEqualTo(before);
			assertThat(third.runs().get(0).token().isNewerThan(victim.runs().get(0).token())).isTrue();
			assertThat(took).isLessThanOrEqualTo(this.settings.patience());
		}
	}

	@Test
	void anotherLeadsAtOnceWhenTheLeaderIsTerminated() {
		try (Cluster cluster = Cluster.start(this.directory, this.settings, "a", "b", "c")) {
			ParticipantProcess victim = cluster.awaitLeader();
			long told = victim.terminate();
			cluster.awaitLeaderBeside(victim, this.settings.patience());
			victim.awaitClosed();
			Duration took = cluster.successionAfter(told, victim);
			System.out.printf("Terminated: another led after %s, allowed is PT1S%n", took);
			Timeline timeline = cluster.finish();
			assertThat(timeline.violations()).as(timeline::toString).isEmpty();
			assertThat(took).isLessThan(Duration.ofSeconds(5));
		}
	}

	@Test
	void aProcessThatBelievesItsEventsIsCaughtLeadingBesideAnother() {
		try (Cluster cluster = Cluster.start(this.directory, this.settings.asCareless(), "a", "b")) {
			ParticipantProcess victim = cluster.awaitLeader();
			victim.freeze();
			cluster.awaitLeaderBeside(victim, this.settings.patience());
			victim.awaitLookSince(victim.thaw());
			Cluster.pass(Duration.ofSeconds(1));
			Timeline timeline = cluster.finish();
			assertThat(timeline.overlaps()).as(timeline::toString).isNotEmpty();
			System.out.println("Found, as it should be: " + timeline.overlaps());
		}
	}

}
