package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedEnsemble;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A semaphore on three servers, each of which is away for a while.
 */
class SemaphoreEnsembleTests {

	private static final Timing TIMING = new Timing(Duration.ofSeconds(10), Duration.ofMillis(500),
			Duration.ofMillis(100), 1e-3);

	@Test
	void permitsAreKeptAndPassedOnWhicheverServerIsKilled() {
		try (EmbeddedEnsemble ensemble = EmbeddedEnsemble.start(TIMING.tickTime())) {
			List<ZkClient> clients = Stream
				.generate(() -> ZkClient.connect(ZkClientOptions.of(ensemble.connectString()).withTiming(TIMING)))
				.limit(3)
				.toList();
			List<Wish> wishes = clients.stream().map(SemaphoreEnsembleTests::ask).toList();
			awaitHolders(2, wishes);
			IntStream.range(0, ensemble.size()).forEach((i) -> restart(ensemble, i));
			awaitHolders(2, wishes);
			assertThat(wishes.stream().filter(Wish::isGranted)).as("those who ever got one").hasSize(2);
			wishes.stream().filter(Wish::holds).findFirst().orElseThrow().close();
			awaitHolders(2, wishes);
			clients.forEach(ZkClient::close);
		}
	}

	private static Wish ask(ZkClient client) {
		return Wish.of(DistributedLocks.on(client).semaphore("ledger", 2));
	}

	private static void restart(EmbeddedEnsemble ensemble, int server) {
		ensemble.stop(server);
		ensemble.start(server);
		ensemble.awaitServing();
	}

	private static void awaitHolders(int number, List<Wish> wishes) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(wishes.stream().filter(Wish::holds)).hasSize(number));
	}

}
