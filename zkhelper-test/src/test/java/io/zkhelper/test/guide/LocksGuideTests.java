package io.zkhelper.test.guide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Lock;

import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.DistributedReadWriteLock;
import io.zkhelper.lock.DistributedSemaphore;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockLoss;
import io.zkhelper.lock.LockLostException;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.lock.LockQueue;
import io.zkhelper.lock.LockTimeoutException;
import io.zkhelper.session.CommitResult;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedZooKeeper;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.Op;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * The examples of {@code docs/locks.md}, which are copies of what is here.
 */
class LocksGuideTests {

	private static final LockOptions KEPT = LockOptions.DEFAULT.withRetention(Duration.ofSeconds(5));

	private static final LockOptions MOVING = LockOptions.DEFAULT.persistent(true)
		.withDescription("moving to the new data centre");

	private static EmbeddedZooKeeper server;

	private static ZkClient client;

	private static DistributedLocks locks;

	private static ZkClient otherClient;

	private static DistributedLocks others;

	private final List<String> done = new CopyOnWriteArrayList<>();

	@BeforeAll
	static void connect() throws IOException {
		server = EmbeddedZooKeeper.start();
		client = ZkClient.connect(ZkClientOptions.of(server.connectString()));
		locks = DistributedLocks.on(client);
		otherClient = ZkClient.connect(ZkClientOptions.of(server.connectString()));
		others = DistributedLocks.on(otherClient);
	}

	@BeforeEach
	void awaitServer() throws InterruptedException {
		assertThat(client.awaitConnected(Duration.ofSeconds(10))).isTrue();
		assertThat(otherClient.awaitConnected(Duration.ofSeconds(10))).isTrue();
	}

	@AfterAll
	static void close() throws IOException {
		otherClient.close();
		client.close();
		server.close();
	}

	private void write(HeldLock held) {
		this.done.add("wrote with " + held.token());
	}

	private void publish(HeldLock held) {
		this.done.add("published with " + held.token());
	}

	private void explain(String why) {
		this.done.add(why);
	}

	@Test
	void fiveLines() throws Exception {
		String servers = server.connectString();
		ZkClient client = ZkClient.connect(ZkClientOptions.of(servers));
		DistributedLocks locks = DistributedLocks.on(client);
		DistributedLock ledger = locks.get("ledger");
		try (HeldLock held = ledger.acquire()) {
			write(held);
		}
		client.close();
		assertThat(this.done).hasSize(1);
	}

	@Test
	void whoTimesOutLearnsWhy() throws Exception {
		DistributedLock ledger = locks.get("timeouts");
		HeldLock theirs = others.get("timeouts").acquire();
		try (HeldLock held = ledger.acquire(Duration.ofMillis(200))) {
			write(held);
		}
		catch (LockTimeoutException ex) {
			explain(ex.getMessage());
		}
		theirs.close();
		assertThat(this.done).singleElement()
			.asString()
			.startsWith("Lock 'timeouts' was not acquired within PT0.2S: held by '")
			.endsWith(", 1 contender ahead");
	}

	@Test
	void whoTriesMayGetNothing() throws Exception {
		DistributedLock ledger = locks.get("attempts");
		HeldLock theirs = others.get("attempts").acquire();
		Optional<HeldLock> maybe = ledger.tryAcquire(Duration.ofMillis(200));
		maybe.ifPresent((held) -> {
			try (held) {
				write(held);
			}
		});
		theirs.close();
		assertThat(this.done).isEmpty();
	}

	@Test
	void whoCancelsLeavesNothingBehind() throws Exception {
		DistributedLock ledger = locks.get("cancelled");
		HeldLock theirs = others.get("cancelled").acquire();
		CompletableFuture<HeldLock> pending = ledger.acquireAsync().toCompletableFuture();
		pending.thenAccept((held) -> {
			try (held) {
				write(held);
			}
		});
		await().until(() -> server.children("/zkhelper/locks/cancelled").size() == 2);
		pending.cancel(true); // leaves the queue
		await().until(() -> server.children("/zkhelper/locks/cancelled").size() == 1);
		theirs.close();
		assertThat(this.done).isEmpty();
	}

	@Test
	void whoMustKnowWaitsForTheRelease() throws Exception {
		HeldLock held = locks.get("released").acquire();
		held.release().toCompletableFuture().join(); // others can have it now
		assertThat(others.get("released").tryAcquire(Duration.ZERO)).hasValueSatisfying(HeldLock::close);
	}

	@Test
	void whoLosesTheLockIsTold() throws Exception {
		HeldLock held = locks.get("lost").acquire();
		held.onLost((reason) -> explain("Writing no more, because " + reason.description()));
		others.breakLock("lost", held.token());
		await().until(() -> !this.done.isEmpty());
		assertThat(this.done).containsExactly("Writing no more, because " + LockLoss.NODE_DELETED.description());
		assertThatExceptionOfType(LockLostException.class).isThrownBy(held::token);
	}

	@Test
	void zooKeeperRefusesWhoHasLostTheLock() throws Exception {
		byte[] data = "4711".getBytes(StandardCharsets.UTF_8);
		HeldLock held = locks.get("fenced").acquire();
		client.commit(held.guard(), List.of(Op.create("/last", data, Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT)))
			.toCompletableFuture()
			.join();
		CommitResult result = client.commit(held.guard(), List.of(Op.setData("/last", data, -1)))
			.toCompletableFuture()
			.join(); // Committed, Fenced, Refused or Unknown
		held.close();
		assertThat(result.isCommitted()).isTrue();
	}

	@Test
	void aThreadEntersTheFormOfTheJdkAgain() {
		DistributedLock ledger = locks.get("reentrant");
		Lock lock = ledger.asLock(); // keep it: each DistributedLock has its own
		lock.lock();
		try {
			explain("entered");
		}
		finally {
			lock.unlock();
		}
		assertThat(this.done).hasSize(1);
		assertThat(ledger.asLock()).isSameAs(lock);
		assertThat(locks.get("reentrant").asLock()).isNotSameAs(lock);
	}

	@Test
	void aWriterBecomesAReader() throws Exception {
		DistributedReadWriteLock catalogue = locks.readWrite("catalogue");
		try (HeldLock writer = catalogue.write().acquire()) {
			write(writer);
			try (HeldLock reader = catalogue.downgrade(writer)) {
				publish(reader); // nobody has written in between
			}
		}
		assertThat(this.done).hasSize(2);
		assertThat(server.children("/zkhelper/locks/catalogue")).hasSizeLessThan(2);
	}

	@Test
	void severalPermitsAreTakenAtOnce() throws Exception {
		DistributedSemaphore printers = locks.semaphore("printers", 5);
		try (HeldLock two = printers.several(2).acquire()) {
			write(two);
		}
		assertThat(this.done).hasSize(1);
	}

	@Test
	void severalNamesAreTakenTogether() throws Exception {
		try (HeldLock both = locks.all("account-7", "account-3").acquire()) {
			both.parts().forEach(this::write);
		}
		assertThat(this.done).hasSize(2);
	}

	@Test
	void aNodeOfOnesOwnGetsItsTurn() throws Exception {
		byte[] data = new byte[0];
		ZooKeeper zooKeeper = new ZooKeeper(server.connectString(), 12_000, (event) -> {
		});
		zooKeeper.create("/turns", data, Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
		String node = zooKeeper.create("/turns/turn-", data, Ids.OPEN_ACL_UNSAFE, CreateMode.EPHEMERAL_SEQUENTIAL);
		locks.queueLock(node).await();
		explain("its turn");
		zooKeeper.close();
		assertThat(this.done).hasSize(1);
	}

	@Test
	void anOperatorBreaksWhatAProcessHasLeft() throws Exception {
		HeldLock held = others.get("moving", MOVING).acquire();
		LockQueue queue = locks.inspect("moving").toCompletableFuture().join();
		LockQueue.Place first = queue.first().orElseThrow();
		locks.breakLock("moving", first.token()).toCompletableFuture().join();
		assertThat(first.owner().orElseThrow().description()).isEqualTo("moving to the new data centre");
		assertThat(held.lost().toCompletableFuture().join()).isEqualTo(LockLoss.NODE_DELETED);
		assertThat(server.children("/zkhelper/locks/moving")).isEmpty();
	}

	@Test
	void aHolderLetsGoWhenAsked() throws Exception {
		HeldLock held = locks.get("asked").acquire();
		held.onReleaseRequested(held::close);
		CompletionStage<Boolean> asked = others.requestRelease("asked");
		assertThat(asked.toCompletableFuture().join()).isTrue();
		await().until(() -> !held.isValid());
	}

	@Test
	void aRetainedLockGoesToANewcomer() throws Exception {
		DistributedLock cache = locks.get("cache", KEPT);
		List<HeldLock> holds = new ArrayList<>();
		for (int i = 0; i < 2; i++) {
			HeldLock held = cache.acquire();
			holds.add(held);
			write(held);
			held.close();
		}
		assertThat(this.done).hasSize(2);
		assertThat(server.children("/zkhelper/locks/cache")).as("retained").hasSize(1);
		try (HeldLock theirs = others.get("cache").acquire(Duration.ofSeconds(4))) {
			assertThat(theirs.isValid()).isTrue();
		}
	}

	@Test
	void theGuideShowsWhatIsTestedHere() throws IOException {
		assertThat(Guide.examplesNotIn(getClass(), "locks.md")).isEmpty();
	}

}
