package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ends processes that have a lock, and freezes one that believes what it was told.
 */
class LockFailoverProcessTests {

	@TempDir
	private Path directory;

	private ServerProcess server;

	private Settings settings;

	@BeforeEach
	void startServer() {
		this.server = ServerProcess.start(this.directory, Settings.SHORT.tickTime());
		this.settings = Settings.of(this.server.connectString(), Recipe.LOCK, Settings.SHORT);
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	@Test
	@DisplayName("TR-01 another has the lock, with a newer token, soon after the holder is killed")
	void killed() {
		try (Cluster cluster = Cluster.start(this.directory, this.settings, "a", "b", "c")) {
			ParticipantProcess victim = cluster.awaitLeader();
			long killed = victim.kill();
			ParticipantProcess successor = cluster.awaitLeaderBeside(victim, this.settings.patience());
			Duration took = cluster.successionAfter(killed, victim);
			System.out.printf("Killed: another had the lock after %s, allowed are %s%n", took,
					this.settings.takeover());
			Timeline timeline = cluster.finish();
			assertThat(timeline.violations()).as(timeline::toString).isEmpty();
			assertThat(successor.runs().get(0).token().isNewerThan(victim.runs().get(0).token())).isTrue();
			assertThat(took).isLessThanOrEqualTo(this.settings.patience());
		}
	}

	@Test
	void anotherHasTheLockAtOnceWhenTheHolderIsTerminated() {
		try (Cluster cluster = Cluster.start(this.directory, this.settings, "a", "b", "c")) {
			ParticipantProcess victim = cluster.awaitLeader();
			long told = victim.terminate();
			cluster.awaitLeaderBeside(victim, this.settings.patience());
			victim.awaitClosed();
			Duration took = cluster.successionAfter(told, victim);
			System.out.printf("Terminated: another had the lock after %s, allowed is PT1S%n", took);
			Timeline timeline = cluster.finish();
			assertThat(timeline.violations()).as(timeline::toString).isEmpty();
			assertThat(took).isLessThan(this.settings.timing().sessionTimeout());
		}
	}

	@Test
	void aProcessThatBelievesWhatItWasToldIsCaughtWithALockThatAnotherHas() {
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
