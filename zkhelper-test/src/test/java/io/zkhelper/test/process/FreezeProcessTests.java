package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.zkhelper.session.Timing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Freezes leaders by SIGSTOP, with default times, for 5, 12 and 20 seconds.
 * <p>
 * {@code -Dzkhelper.freezes=20} says how many of each (2 by default),
 * {@code -Dzkhelper.freezes.millis=3400,3600,8000} how long they are, and
 * {@code -Dzkhelper.freezes.parallel=8} how many elections there are at a time (4).
 */
class FreezeProcessTests {

	private static final List<Duration> LENGTHS = Stream
		.of(System.getProperty("zkhelper.freezes.millis", "5000,12000,20000").split(","))
		.map((millis) -> Duration.ofMillis(Long.parseLong(millis)))
		.toList();

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
			for (int i = 0; i < LENGTHS.size(); i++) {
				cluster.awaitLeader();
				Cluster.pass(phase(number + i));
				new Freezer(cluster, settings).freezeLeader(LENGTHS.get((number + i) % LENGTHS.size()));
			}
			Timeline timeline = cluster.finish();
			assertThat(timeline.violations()).as(timeline::toString).isEmpty();
		}
	}

	/**
	 * Spread over the time between two heartbeats.
	 */
	private static Duration phase(int number) {
		return Duration.ofMillis(number * 370 % 900);
	}

}
