package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.lock.LockRefusedException;
import io.zkhelper.lock.NodeNaming;
import io.zkhelper.session.Security;
import io.zkhelper.test.world.CapturedLog;
import io.zkhelper.test.world.World;
import org.apache.zookeeper.ZooDefs.Perms;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * What a lock makes of a queue in which others stand, or that it may not touch.
 */
abstract class LockQueueContract extends LockScenes<World> {

	private static final LockOptions PLAIN = LockOptions.DEFAULT.withNaming(NodeNaming.PLAIN);

	private final LockUser user = user();

	LockQueueContract(World world) {
		super(world);
	}

	@ParameterizedTest(name = "TR-12: a stranger named {0}… takes part")
	@ValueSource(strings = { "_c_5f2c9a1e-0f3b-4a52-9d57-1d0ad6b2f0d1-latch-", "_c_foreign-lock-", "lock-",
			"5f2c9a1e0f3b4a529d571d0ad6b2f0d1__lock__" })
	void strangersTakePart(String prefix) {
		world().write(QUEUE, "");
		String before = stranger(prefix);
		Attempt attempt = queue(this.user);
		String behind = stranger(prefix);
		world().during(Duration.ofMillis(60), "it waits for the stranger", () -> !attempt.isOver());
		world().delete(before);
		awaitHeld(attempt);
		Attempt next = queue(user());
		attempt.held().close();
		world().during(Duration.ofMillis(60), "it waits for the other one", () -> !next.isOver());
		world().delete(behind);
		awaitHeld(next);
	}

	@Test
	@DisplayName("TR-12 F-20: what is no contender is ignored, with one warning")
	void strays() {
		Stream.of("a-x", "lock-abc", "no-suffix", "1234567890", "x-0000000000").forEach(this::stray);
		try (CapturedLog log = CapturedLog.of("io.zkhelper", Level.WARN)) {
			for (int round = 0; round < 3; round++) {
				awaitReleased(hold(this.user).held());
			}
			assertThat(log.messages(Level.WARN)).hasSize(1).first().asString().contains(QUEUE);
		}
	}

	@Test
	@DisplayName("TR-12: plain names are numbers only, and stand in one queue with those of others")
	void plainNames() {
		world().write(QUEUE, "");
		String first = stranger("lock-");
		Attempt second = queue(plain(this.user));
		String third = stranger("lock-");
		Attempt fourth = queue(plain(user()));
		assertThat(contenders()).containsExactlyInAnyOrder("lock-0000000000", "lock-0000000001", "lock-0000000002",
				"lock-0000000003");
		world().delete(first);
		awaitHeld(second);
		second.held().close();
		world().during(Duration.ofMillis(60), "it waits for the stranger", () -> !fourth.isOver());
		world().delete(third);
		awaitHeld(fourth);
	}

	@Test
	@DisplayName("TR-09: a plain node whose creation was not answered is found by its content")
	void plainCreationWithoutAnswer() {
		hold(this.user.locks().get("other"));
		world().write(QUEUE, "");
		world().deafen(this.user.client());
		Attempt attempt = ask(plain(this.user));
		awaitContenders(1);
		world().cut(this.user.client());
		world().heal(this.user.client());
		awaitHeld(attempt);
		assertThat(contenders()).containsExactly("lock-0000000000");
	}

	private static DistributedLock plain(LockUser user) {
		return user.locks().get("ledger", PLAIN);
	}

	private Attempt queue(DistributedLock lock) {
		int before = contenders().size();
		Attempt attempt = ask(lock);
		awaitContenders(before + 1);
		return attempt;
	}

	@ParameterizedTest(name = "TR-11: five contenders from number {0} on are served in order")
	@ValueSource(ints = { 2147483646, 2147483647 })
	void sequence(int next) {
		world().write(QUEUE, "");
		world().setNextSequence(QUEUE, next);
		List<Attempt> attempts = IntStream.range(0, 5).mapToObj((index) -> queue(user())).toList();
		for (Attempt attempt : attempts) {
			awaitHeld(attempt);
			assertThat(attempts).filteredOn(Attempt::isHeld).hasSize(1);
			attempt.held().close();
		}
	}

	@Test
	@DisplayName("TR-11: newcomers with used up numbers queue behind a holder with a small one")
	void usedUpWhileHeld() {
		Attempt held = hold(this.user);
		world().setNextSequence(QUEUE, Integer.MAX_VALUE);
		List<Attempt> waiting = IntStream.range(0, 3).mapToObj((index) -> queue(user())).toList();
		world().during(Duration.ofMillis(60), "they wait", () -> waiting.stream().noneMatch(Attempt::isOver));
		held.held().close();
		waiting.forEach((next) -> {
			awaitHeld(next);
			next.held().close();
		});
	}

	@Test
	@DisplayName("TestLockACLs: who may not queue is refused with the remedy, at once and once")
	void mayNotCreate() {
		world().write(QUEUE, "");
		world().deny(QUEUE, Perms.CREATE);
		assertRefused(QUEUE);
		world().allow(QUEUE);
		hold(this.user);
	}

	@Test
	@DisplayName("TestLockACLs: who may not make the directory is refused with the remedy")
	void mayNotMakeTheDirectory() {
		world().write("/zkhelper/locks", "");
		world().deny("/zkhelper/locks", Perms.CREATE);
		assertRefused("/zkhelper/locks");
		world().allow("/zkhelper/locks");
		hold(this.user);
	}

	@Test
	@DisplayName("TestLockACLs: who may not read the queue is refused, and leaves it")
	void mayNotRead() {
		world().write(QUEUE, "");
		world().deny(QUEUE, Perms.READ);
		assertRefused(QUEUE);
		awaitContenders(0);
		world().allow(QUEUE);
		hold(this.user);
	}

	@Test
	@DisplayName("TestLockACLs: a lock of those with credentials is refused to those without")
	void otherCredentials() {
		Security known = Security.of("digest", "orders:secret");
		LockUser owner = LockUser.of(world().connect(world().options().withSecurity(known)), (locks) -> locks);
		Attempt held = hold(owner);
		assertRefused(QUEUE);
		assertThat(held.isHeld()).isTrue();
		assertThat(contenders()).hasSize(1);
	}

	private void assertRefused(String path) {
		long before = world().requests();
		Attempt attempt = ask(this.user);
		awaitOver(attempt);
		assertThat(attempt.failure(LockRefusedException.class)).hasMessageContainingAll("'ledger'", path)
			.message()
			.contains("Connect with the credentials");
		world().during(Duration.ofMillis(150), "no loop", () -> world().requests() - before < 25);
	}

	@Test
	void whoMayNotDeleteLetsGoWithItsSession() {
		Attempt held = hold(this.user);
		Attempt waiting = queue(user());
		world().deny(QUEUE, Perms.DELETE);
		awaitReleased(held.held());
		assertThat(waiting.isOver()).isFalse();
		awaitDone("the close", this.user.client().closeAsync());
		awaitHeld(waiting);
		world().allow(QUEUE);
	}

	@Test
	@DisplayName("TR-07: a description that is too long is refused before anything is sent")
	void longDescription() {
		assertThatIllegalArgumentException().isThrownBy(() -> LockOptions.DEFAULT.withDescription("x".repeat(501)))
			.withMessageContainingAll("500", "501");
	}

	@Test
	void longNamesOfInstancesThreadsAndTracesDoNoHarm() {
		String huge = "\u0001€".repeat(50_000);
		LockUser talkative = user((locks) -> locks.instance(huge).trace(() -> Optional.of(huge)));
		Thread thread = Thread.currentThread();
		String name = thread.getName();
		thread.setName(huge);
		try {
			hold(talkative.locks().get("ledger", LockOptions.DEFAULT.withDescription("€".repeat(500))));
		}
		finally {
			thread.setName(name);
		}
	}

	@Test
	@DisplayName("TR-05 F-05: what a trace supplier throws reaches the caller, and nothing is held")
	void throwsWhileAcquiring() {
		LockUser broken = user((locks) -> locks.trace(() -> {
			throw new IllegalStateException("No trace");
		}));
		assertThat(catchThrowable(() -> {
			Attempt attempt = ask(broken);
			awaitOver(attempt);
			throw attempt.failure();
		})).hasMessage("No trace");
		assertThat(contenders()).isEmpty();
	}

}
