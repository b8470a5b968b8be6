package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.zkhelper.session.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Freezes leaders by SIGSTOP, with default times, for 5, 12 and 20 seconds each.
 * <p>
 * {@code -Dzkhelper.freezes=20} says how many of each (2 by default) and
 * {@code -Dzkhelper.freezes.parallel=4} how many elections at a time.
 */
class FreezeProcessTests {

	private static final List<Duration> LENGTHS = List.of(Duration.ofSeconds(5), Duration.ofSeconds(12),
			Duration.ofSeconds(20));

	private static final int FREEZES = Integer.getInteger("zkhelper.freezes", 2);

	private static final int PARALLEL = Integer.getInteger("zkhelper.freezes.parallel", 4);

	private final Timing timing = Timing.DEFAULT;

	@TempDir
	private Path directory;

	@Test
	void nobodyLeadsBesideAnotherWhenAFrozenLeaderThaws() {
		ExecutorService threads = Executors.newFixedThreadPool(PARALLEL);
		try (ServerProcess server = ServerProcess.start(this.directory, this.timing.tickTime())) {
			List<CompletableFuture<Void>> elections = IntStream.range(0, FREEZES)
				.mapToObj((i) -> CompletableFuture.runAsync(() -> freezeLeaders(server, i), threads))
				.toList();
			elections.forEach(CompletableFuture::join);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private void freezeLeaders(ServerProcess server, int number) {
		Settings settings = Settings.of(server.connectString(), this.timing);
		try (Cluster cluster = Cluster.start(this.directory, settings, "a", "b")) {
			IntStream.range(0, LENGTHS.size())
				.mapToObj((i) -> LENGTHS.get((i + number) % LENGTHS.size()))
				.forEach((length) -> freezeLeader(cluster, length));
			Timeline timeline = cluster.finish();
			assertThat(timeline.violations()).as(timeline::toString).isEmpty();
		}
	}

	private void freezeLeader(Cluster cluster, Duration length) {
		ParticipantProcess victim = cluster.awaitLeader();
		long frozen = victim.freeze();
		Cluster.pass(length);
		if (length.equals(LENGTHS.get(2))) {
			cluster.awaitLeaderBeside(victim, Settings.of("", this.timing).patience());
		}
		boolean anotherLeads = !cluster.leaders().isEmpty();
		long thawed = victim.thaw();
		victim.awaitLookSince(thawed);
		cluster.awaitLeader();
		Cluster.pass(Duration.ofSeconds(1));
		System.out.printf("Frozen for %s s, thawed while %s leads; again one leader after %s s%n",
				Stamp.seconds(thawed - frozen), anotherLeads ? "another" : "nobody",
				Stamp.seconds(System.nanoTime() - thawed - 1_000_000_000));
	}

}
