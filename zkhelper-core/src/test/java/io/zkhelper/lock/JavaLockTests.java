package io.zkhelper.lock;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

import io.zkhelper.lock.Scenery.Run;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/**
 * Locks in the form of the JDK.
 */
class JavaLockTests {

	private final Scenery scenery = new Scenery();

	private final Lock lock = this.scenery.locks.get("ledger").asLock();

	@AfterEach
	void leavesNoInterrupt() {
		assertThat(Thread.interrupted()).isFalse();
	}

	@Test
	void isLeftWhenItWasLeftAsOftenAsEntered() throws Exception {
		this.lock.lock();
		this.lock.lockInterruptibly();
		assertThat(this.lock.tryLock()).isTrue();
		assertThat(this.lock.tryLock(0, TimeUnit.SECONDS)).isTrue();
		for (int i = 0; i < 3; i++) {
			this.lock.unlock();
			assertThat(this.<Boolean>elsewhere(this.lock::tryLock)).isFalse();
		}
		this.lock.unlock();
		assertThat(this.scenery.queue("ledger").contenders()).isEmpty();
	}

	private <T> T elsewhere(Callable<T> task) throws Exception {
		return Scenery.onOtherThread(task);
	}

	@Test
	void strangersCanNotLeaveIt() {
		this.lock.lock();
		Run<Object> stranger = Scenery.start(() -> {
			this.lock.unlock();
			return "unlocked";
		});
		assertThatThrownBy(stranger::get).hasRootCauseInstanceOf(IllegalMonitorStateException.class);
		assertThat(this.scenery.holders("ledger")).isEqualTo(1);
		this.lock.unlock();
		assertThatExceptionOfType(IllegalMonitorStateException.class).isThrownBy(this.lock::unlock)
			.withMessageContaining("'ledger'")
			.withMessageContaining(Thread.currentThread().getName());
	}

	@Test
	void hasNoConditions() {
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(this.lock::newCondition);
	}

	@Test
	void anInterruptDoesNotEndLockAndIsRestored() throws Exception {
		this.lock.lock();
		Run<Boolean> waiter = Scenery.start(() -> {
			this.lock.lock();
			return Thread.interrupted();
		});
		this.scenery.awaitWaiters("ledger", 1);
		waiter.thread().interrupt();
		this.lock.unlock();
		assertThat(waiter.get()).isTrue();
		assertThat(this.scenery.holders("ledger")).isEqualTo(1);
	}

	@Test
	void onlyTheFirstInterruptCostsThePlaceInTheQueue() throws Exception {
		this.lock.lock();
		Run<Object> waiter = Scenery.start(() -> {
			this.lock.lock();
			return "locked";
		});
		this.scenery.awaitWaiters("ledger", 1);
		LockQueue.Place before = this.scenery.queue("ledger").contenders().get(1);
		waiter.thread().interrupt();
		await().until(() -> this.scenery.waiters("ledger") == 1
				&& !this.scenery.queue("ledger").contenders().get(1).equals(before));
		LockQueue.Place after = this.scenery.queue("ledger").contenders().get(1);
		for (int i = 0; i < 100; i++) {
			waiter.thread().interrupt();
		}
		this.lock.unlock();
		waiter.get();
		assertThat(this.scenery.first("ledger").token()).isEqualTo(after.token());
	}

	@Test
	void lockGoesToTheEndOfTheQueueWhenItsPlaceIsLost() {
		UnluckyLock unlucky = new UnluckyLock(this.scenery.locks.get("ledger"), LockLoss.SESSION_EXPIRED, 4);
		Lock insisting = unlucky.asLock();
		long begun = System.nanoTime();
		insisting.lock();
		assertThat(unlucky.attempts).hasValue(5);
		assertThat(this.scenery.holders("ledger")).isEqualTo(1);
		assertThat(Duration.ofNanos(System.nanoTime() - begun)).as("pauses of 10, 20, 40 and 80 ms")
			.isGreaterThanOrEqualTo(Duration.ofMillis(150));
		insisting.unlock();
	}

	@Test
	void lockEndsWithTheClient() {
		UnluckyLock unlucky = new UnluckyLock(this.scenery.locks.get("ledger"), LockLoss.CLIENT_CLOSED, 1);
		assertThatExceptionOfType(LockLostException.class).isThrownBy(unlucky.asLock()::lock);
		assertThat(unlucky.attempts).hasValue(1);
	}

	@Test
	void lockInterruptiblyAndTimedTriesAreInterrupted() {
		this.lock.lock();
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(this.lock::lockInterruptibly);
		Thread.currentThread().interrupt();
		assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> this.lock.tryLock(1, TimeUnit.SECONDS));
		this.lock.unlock();
		assertThat(this.scenery.queue("ledger").contenders()).isEmpty();
	}

	@Test
	void tryLockIsNotHinderedByAnInterrupt() {
		Thread.currentThread().interrupt();
		assertThat(this.lock.tryLock()).isTrue();
		assertThat(Thread.interrupted()).isTrue();
		this.lock.unlock();
	}

	@Test
	void tryLockWaitsAsLongAsItIsTold() throws Exception {
		this.lock.lock();
		Run<Boolean> patient = Scenery.start(() -> this.lock.tryLock(Long.MAX_VALUE, TimeUnit.DAYS));
		this.scenery.awaitWaiters("ledger", 1);
		assertThat(this.<Boolean>elsewhere(() -> this.lock.tryLock(1, TimeUnit.MILLISECONDS))).isFalse();
		this.lock.unlock();
		assertThat(patient.get()).isTrue();
	}

	@Test
	void leavingALostLockSaysSoOnceTheLastEntryIsLeft() {
		this.lock.lock();
		this.lock.lock();
		this.scenery.breakLock("ledger");
		this.lock.unlock();
		assertThatExceptionOfType(LockLostException.class).isThrownBy(this.lock::unlock)
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(LockLoss.NODE_DELETED));
		this.lock.lock();
		assertThat(this.scenery.holders("ledger")).isEqualTo(1);
		this.lock.unlock();
		assertThat(this.scenery.queue("ledger").contenders()).isEmpty();
	}

	@Test
	void aLostLockIsNotEnteredAgain() {
		this.lock.lock();
		this.scenery.breakLock("ledger");
		assertThatExceptionOfType(LockLostException.class).isThrownBy(this.lock::lock);
		assertThatExceptionOfType(LockLostException.class).isThrownBy(this.lock::tryLock);
		assertThatExceptionOfType(LockLostException.class).isThrownBy(this.lock::unlock);
	}

	@Test
	void eachThreadHasItsOwnPermit() throws Exception {
		Lock permits = this.scenery.locks.semaphore("ledger", 2).asLock();
		permits.lock();
		permits.lock();
		Run<Boolean> other = Scenery.start(permits::tryLock);
		assertThat(other.get()).isTrue();
		assertThat(this.scenery.holders("ledger")).isEqualTo(2);
		assertThat(this.<Boolean>elsewhere(permits::tryLock)).isFalse();
		permits.unlock();
		permits.unlock();
		assertThat(this.scenery.holders("ledger")).isEqualTo(1);
	}

}
