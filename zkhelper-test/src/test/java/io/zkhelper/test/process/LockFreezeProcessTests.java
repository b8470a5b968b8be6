package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Freezes holders of locks by SIGSTOP, with short times: for 1.1 s (about a lease), 4 s
 * (a session timeout) and 7 s, until another has the lock.
 * <p>
 * {@code -Dzkhelper.lock.freezes=50} says how many of each (2 by default),
 * {@code -Dzkhelper.lock.freezes.millis=900,2700,5400} how long they are, and
 * {@code -Dzkhelper.lock.freezes.parallel=8} how many locks there are at a time (2).
 */
class LockFreezeProcessTests {

	private static final List<Duration> LENGTHS = Stream
		.of(System.getProperty("zkhelper.lock.freezes.millis", "1100,4000,7000").split(","))
		.map((millis) -> Duration.ofMillis(Long.parseLong(millis)))
		.toList();

	private static final int FREEZES = Integer.getInteger("zkhelper.lock.freezes", 2);

	private static final int PARALLEL = Integer.getInteger("zkhelper.lock.freezes.parallel", 2);

	@TempDir
	private Path directory;

	@Test
	void nobodyHasTheLockBesideAnotherWhenAFrozenHolderThaws() {
		ExecutorService threads = Executors.newFixedThreadPool(PARALLEL);
		try (ServerProcess server = ServerProcess.start(this.directory, Settings.SHORT.tickTime())) {
			List<CompletableFuture<Void>> locks = IntStream.range(0, FREEZES)
				.mapToObj((i) -> CompletableFuture.runAsync(() -> freezeHolders(server, i), threads))
				.toList();
			locks.forEach(CompletableFuture::join);
		}
		finally {
			threads.shutdownNow();
		}
	}

	private void freezeHolders(ServerProcess server, int number) {
		Settings settings = Settings.of(server.connectString(), OwnRecipe.LOCK, Settings.SHORT);
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
		return Duration.ofMillis(number * 130 % 300);
	}

}
