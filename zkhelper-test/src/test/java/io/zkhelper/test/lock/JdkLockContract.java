package io.zkhelper.test.lock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

import io.zkhelper.lock.LockLostException;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Locks in the form of the JDK.
 */
@Timeout(60)
abstract class JdkLockContract extends LockScenes<World> {

	private final LockUser first = connected();

	private final LockUser second = connected();

	private final Threads threads = new Threads();

	JdkLockContract(World world) {
		super(world);
	}

	@AfterEach
	void endThreads() throws InterruptedException {
		this.threads.join();
	}

	@Test
	@DisplayName("ZkLockRegistryTests: the form of the JDK is entered again, left by its thread only, and shared")
	void asLock() throws Exception {
		Lock lock = this.first.ledger().asLock();
		lock.lockInterruptibly();
		lock.lock();
		assertThat(this.threads.start(() -> {
			assertThatExceptionOfType(IllegalMonitorStateException.class).isThrownBy(lock::unlock);
			return this.second.ledger().asLock().tryLock();
		}).get()).isFalse();
		lock.unlock();
		awaitContenders(1);
		lock.unlock();
		assertThat(this.threads.start(() -> {
			Lock other = this.second.ledger().asLock();
			boolean locked = other.tryLock(20, TimeUnit.SECONDS);
			other.unlock();
			return locked;
		}).get()).isTrue();
	}

	@Test
	@DisplayName("TD-14 TC-61: the form of the JDK can't be left before it is entered, nor twice")
	void unlockedTwice() {
		Lock lock = this.first.ledger().asLock();
		assertThatExceptionOfType(IllegalMonitorStateException.class).isThrownBy(lock::unlock);
		lock.lock();
		lock.unlock();
		assertThatExceptionOfType(IllegalMonitorStateException.class).isThrownBy(lock::unlock)
			.withMessageContainingAll("'ledger'", Thread.currentThread().getName());
		awaitContenders(0);
	}

	@Test
	@DisplayName("ZkLockRegistryTests: what was lost is told when it is left, and is not the successor's")
	void leavesWhatWasLost() {
		Lock lock = this.first.ledger().asLock();
		lock.lock();
		Attempt successor = queue(this.second);
		world().delete(node(0));
		world().await("the loss is known", () -> this.first.locks().local().isEmpty());
		awaitHeld(successor);
		assertThatExceptionOfType(LockLostException.class).isThrownBy(lock::unlock);
		assertThat(successor.isHeld()).isTrue();
		assertThat(contenders()).hasSize(1);
	}

}
