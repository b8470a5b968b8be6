package io.zkhelper.test.guide;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.claim.Safety;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.DistributedReadWriteLock;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.memory.InMemoryZooKeeper;
import io.zkhelper.test.time.VirtualLoop;
import io.zkhelper.test.time.VirtualTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The table of costs in {@code docs/locks.md}. On virtual time, each way takes ten
 * milliseconds and nothing else takes any.
 */
class LockCostTests {

	private static final Duration WAY = Duration.ofMillis(10);

	/** Long enough for what goes on in the background, too short for a heartbeat. */
	private static final Duration REST = Duration.ofMillis(300);

	private static final LockOptions STRICT = LockOptions.DEFAULT.withSafety(Safety.STRICT);

	private static final LockOptions RETAINED = LockOptions.DEFAULT.withRetention(Duration.ofSeconds(5));

	private final VirtualTime time = new VirtualTime();

	private final InMemoryZooKeeper zooKeeper = InMemoryZooKeeper.builder(this.time.newLoop("server"))
		.latency(WAY, WAY)
		.start();

	private final DistributedLocks one = process("one");

	private final DistributedLocks two = process("two");

	private final DistributedLocks three = process("three");

	private Duration begun = Duration.ZERO;

	private long before;

	private DistributedLocks process(String name) {
		VirtualLoop loop = this.time.newLoop(name);
		ZkClientOptions options = ZkClientOptions.of("simulated").withListenerExecutor(loop);
		ZkClient client = ZkClient.connect(options, this.zooKeeper, loop);
		assertThat(this.time.runUntil(() -> client.state() == SessionState.CONNECTED, Duration.ofSeconds(5))).isTrue();
		return DistributedLocks.on(client);
	}

	@BeforeEach
	void makeTheDirectory() {
		release(take(this.one.get("ledger", STRICT)));
		begin();
	}

	private void begin() {
		this.time.runFor(REST);
		this.begun = this.time.now();
		this.before = this.zooKeeper.requests();
	}

	private HeldLock take(DistributedLock lock) {
		return get(lock.acquireAsync().toCompletableFuture());
	}

	private HeldLock get(CompletableFuture<HeldLock> pending) {
		assertThat(this.time.runUntil(pending::isDone, Duration.ofSeconds(1))).isTrue();
		return pending.join();
	}

	private void release(HeldLock held) {
		held.close();
		this.time.runFor(REST);
	}

	private long ways() {
		return this.time.now().minus(this.begun).dividedBy(WAY);
	}

	private long requests() {
		return this.zooKeeper.requests() - this.before;
	}

	@Test
	void nobodyElse() {
		HeldLock held = take(this.one.get("ledger"));
		assertThat(ways()).isEqualTo(2);
		release(held);
		assertThat(requests()).isEqualTo(3);
	}

	@Test
	void theNextThread() {
		HeldLock first = take(this.one.get("ledger"));
		CompletableFuture<HeldLock> second = this.one.get("ledger").acquireAsync().toCompletableFuture();
		CompletableFuture<HeldLock> third = this.one.get("ledger").acquireAsync().toCompletableFuture();
		begin();
		first.close();
		HeldLock next = get(second);
		assertThat(ways()).isZero();
		this.time.runFor(REST);
		assertThat(requests()).as("a watch").isEqualTo(1);
		next.close();
		get(third);
		this.time.runFor(REST);
		assertThat(requests()).isEqualTo(1);
	}

	@Test
	void equalOptionsShareAPlace() {
		HeldLock held = take(this.one.get("ledger", LockOptions.DEFAULT.withDescription("first")));
		FencingToken token = held.token();
		CompletableFuture<HeldLock> same = this.one.get("ledger", LockOptions.DEFAULT.withDescription("first"))
			.acquireAsync()
			.toCompletableFuture();
		this.one.get("ledger", LockOptions.DEFAULT.withDescription("second")).acquireAsync();
		begin();
		assertThat(this.zooKeeper.children("/zkhelper/locks/ledger")).hasSize(2);
		held.close();
		assertThat(get(same).token()).isEqualTo(new FencingToken(token.zxid(), 1));
		assertThat(ways()).isZero();
	}

	@Test
	void retained() {
		release(take(this.one.get("ledger", RETAINED)));
		begin();
		HeldLock again = take(this.one.get("ledger", RETAINED));
		assertThat(ways()).isZero();
		release(again);
		assertThat(requests()).isZero();
	}

	@Test
	void oneAhead() {
		HeldLock first = take(this.one.get("ledger"));
		begin();
		CompletableFuture<HeldLock> second = this.two.get("ledger").acquireAsync().toCompletableFuture();
		this.time.runFor(REST);
		this.begun = this.time.now();
		first.close();
		HeldLock held = get(second);
		assertThat(ways()).as("deletion, notice").isEqualTo(2);
		release(held);
		assertThat(requests()).as("create, list, two watches, delete, and that of the first").isEqualTo(5 + 1);
	}

	@Test
	void moreAhead() {
		HeldLock first = take(this.one.get("ledger"));
		CompletableFuture<HeldLock> second = this.two.get("ledger").acquireAsync().toCompletableFuture();
		begin();
		CompletableFuture<HeldLock> third = this.three.get("ledger").acquireAsync().toCompletableFuture();
		this.time.runFor(REST);
		assertThat(requests()).as("create, list, watch").isEqualTo(3);
		first.close();
		HeldLock next = get(second);
		begin();
		next.close();
		HeldLock held = get(third);
		assertThat(ways()).as("deletion, notice, list, check, and their answers").isEqualTo(6);
		release(held);
		assertThat(requests()).as("list, check, delete").isEqualTo(3 + 1);
	}

	@Test
	void theDirectoryIsMissing() {
		this.time.runFor(REST);
		this.zooKeeper.reapContainers();
		begin();
		HeldLock held = take(this.one.get("ledger"));
		assertThat(ways()).isEqualTo(6);
		release(held);
		assertThat(requests()).isEqualTo(6);
	}

	@Test
	void strict() {
		HeldLock held = take(this.one.get("ledger", STRICT));
		assertThat(ways()).isEqualTo(6);
		release(held);
		assertThat(requests()).isEqualTo(5);
	}

	@Test
	void downgrade() {
		DistributedReadWriteLock catalogue = this.one.readWrite("ledger");
		HeldLock writer = take(catalogue.write());
		begin();
		get(catalogue.downgradeAsync(writer).toCompletableFuture());
		assertThat(ways()).isEqualTo(2);
		assertThat(requests()).isEqualTo(1);
	}

}
