package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedEnsemble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A lock on three servers.
 */
@Timeout(60)
class LockEnsembleTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@Test
	@DisplayName("TD-15: five waiters on three servers are served one by one")
	void oneByOne() throws Exception {
		try (EmbeddedEnsemble ensemble = EmbeddedEnsemble.start()) {
			List<ZkClient> clients = IntStream.range(0, 5)
				.mapToObj((index) -> ZkClient.connect(ZkClientOptions.of(ensemble.connectString(index % 3))))
				.toList();
			List<Attempt> attempts = new ArrayList<>();
			clients.forEach((client) -> attempts
				.add(new Attempt("ledger", DistributedLocks.on(client).get("ledger").acquireAsync())));
			serve(attempts);
			clients.forEach(ZkClient::close);
		}
	}

	private static void serve(List<Attempt> attempts) throws Exception {
		List<FencingToken> tokens = new ArrayList<>();
		while (!attempts.isEmpty()) {
			Attempt holder = nextOf(attempts);
			tokens.add(holder.held().token());
			assertThat(attempts).filteredOn(Attempt::isHeld).containsExactly(holder);
			attempts.remove(holder);
			holder.held().release().toCompletableFuture().get(LONG.toSeconds(), TimeUnit.SECONDS);
		}
		assertThat(tokens).hasSize(5).isSorted().doesNotHaveDuplicates();
	}

	private static Attempt nextOf(List<Attempt> attempts) {
		await().atMost(LONG).until(() -> attempts.stream().anyMatch(Attempt::isHeld));
		return attempts.stream().filter(Attempt::isHeld).findFirst().orElseThrow();
	}

}
