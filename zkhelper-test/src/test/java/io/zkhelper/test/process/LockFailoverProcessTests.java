package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

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
		this.settings = Settings.of(this.server.connectString(), OwnRecipe.LOCK, Settings.SHORT);
	}

	@AfterEach
	void stopServer() {
		this.server.close();
	}

	@Test
	@DisplayName("TR-01 another has the lock soon after the holder is killed, and at once after it is told to end")
	void killedAndTerminated() {
		try (Cluster cluster = Cluster.start(this.directory, this.settings, "a", "b", "c")) {
			ParticipantProcess first = cluster.awaitLeader();
			long killed = first.kill();
			ParticipantProcess second = cluster.awaitLeaderBeside(first, this.settings.patience());
			Duration afterKill = cluster.successionAfter(killed, first);
			long told = second.terminate();
			ParticipantProcess third = cluster.awaitLeaderBeside(second, this.settings.patience());
			second.awaitClosed();
			Duration afterEnd = cluster.successionAfter(told, second);
			System.out.printf(
					"Killed: another had the lock after %s, allowed are %s; terminated: %s, allowed is PT1S%n",
					afterKill, this.settings.takeover(), afterEnd);
			Timeline timeline = cluster.finish();
			assertThat(timeline.violations()).as(timeline::toString).isEmpty();
			assertThat(Stream.of(first, second, third).map((holder) -> holder.runs().get(0).token())).isSorted()
				.doesNotHaveDuplicates();
			assertThat(afterKill).isLessThanOrEqualTo(this.settings.patience());
			assertThat(afterEnd).isLessThan(this.settings.timing().sessionTimeout());
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
