package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.DistributedReadWriteLock;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedEnsemble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Locks on three servers, whose users are spread over them.
 */
@Timeout(60)
class LockEnsembleTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private final EmbeddedEnsemble ensemble = EmbeddedEnsemble.start();

	private final List<ZkClient> clients = IntStream.range(0, 5)
		.mapToObj((index) -> ZkClient.connect(ZkClientOptions.of(this.ensemble.connectString(index % 3))))
		.toList();

	@AfterEach
	void close() {
		this.clients.forEach(ZkClient::close);
		this.ensemble.close();
	}

	@Test
	@DisplayName("TD-15: five waiters on three servers are served one by one")
	void oneByOne() throws Exception {
		List<Attempt> attempts = attempts(DistributedLock::acquireAsync);
		List<FencingToken> tokens = new ArrayList<>();
		while (!attempts.isEmpty()) {
			Attempt holder = holderAmong(attempts);
			tokens.add(holder.held().token());
			assertThat(attempts).filteredOn(Attempt::isHeld).containsExactly(holder);
			attempts.remove(holder);
			holder.held().release().toCompletableFuture().get(LONG.toSeconds(), TimeUnit.SECONDS);
		}
		assertThat(tokens).hasSize(5).isSorted().doesNotHaveDuplicates();
	}

	@Test
	@DisplayName("TD-16: of five on three servers who look at once, exactly one has the lock")
	void fiveLook() {
		await().atMost(LONG)
			.until(() -> this.clients.stream().allMatch((client) -> client.state() == SessionState.CONNECTED));
		List<Attempt> looks = attempts((lock) -> lock.acquireAsync(Duration.ZERO));
		await().atMost(LONG).until(() -> looks.stream().allMatch(Attempt::isOver));
		assertThat(looks).filteredOn(Attempt::isHeld).hasSize(1);
	}

	@Test
	@DisplayName("TD-19: readers on three servers go together, and no writer with them")
	void readersAndWriters() {
		List<Wish> readers = this.clients.stream().limit(3).map((client) -> Wish.of(shared(client).read())).toList();
		await().atMost(LONG).until(() -> readers.stream().allMatch(Wish::holds));
		Wish writer = Wish.of(shared(this.clients.get(3)).write());
		readers.forEach((reader) -> {
			assertThat(writer.isOver()).isFalse();
			reader.close();
		});
		await().atMost(LONG).until(writer::holds);
		Wish late = Wish.of(shared(this.clients.get(4)).read(), Duration.ofMillis(500));
		await().atMost(LONG).until(late::isOver);
		assertThat(late.isGranted()).isFalse();
		assertThat(writer.holds()).isTrue();
	}

	private static DistributedReadWriteLock shared(ZkClient client) {
		return DistributedLocks.on(client).readWrite("ledger");
	}

	private List<Attempt> attempts(Function<DistributedLock, CompletionStage<HeldLock>> ask) {
		List<Attempt> attempts = new ArrayList<>();
		this.clients.forEach(
				(client) -> attempts.add(new Attempt("ledger", ask.apply(DistributedLocks.on(client).get("ledger")))));
		return attempts;
	}

	private static Attempt holderAmong(List<Attempt> attempts) {
		await().atMost(LONG).until(() -> attempts.stream().anyMatch(Attempt::isHeld));
		return attempts.stream().filter(Attempt::isHeld).findFirst().orElseThrow();
	}

}
