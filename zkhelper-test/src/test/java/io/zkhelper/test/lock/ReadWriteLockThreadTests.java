package io.zkhelper.test.lock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.lock.DistributedReadWriteLock;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockDeadlockException;
import io.zkhelper.lock.LockLostException;
import io.zkhelper.test.world.RealWorld;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Threads that wait for a lock of readers and writers, on a real server.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadWriteLockThreadTests extends SharedLockContract {

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private final AtomicInteger readersIn = new AtomicInteger();

	private final DistributedReadWriteLock lock = peer().readWrite();

	private final DistributedReadWriteLock others = peer().readWrite();

	@Override
	World world() {
		return new RealWorld();
	}

	@AfterEach
	void stopThreads() {
		this.threads.shutdownNow();
	}

	@Test
	void noWriterIsInTogetherWithAnybody() throws Exception {
		AtomicInteger value = new AtomicInteger();
		List<Future<Void>> ends = new ArrayList<>();
		for (int i = 0; i < 5; i++) {
			DistributedReadWriteLock own = peer().readWrite();
			boolean writes = i < 2;
			ends.add(this.threads.submit(() -> writes ? write(own, value) : read(own, value)));
		}
		for (Future<Void> end : ends) {
			end.get();
		}
		assertThat(value).hasValue(20);
		assertNobodyLeft();
	}

	private Void write(DistributedReadWriteLock own, AtomicInteger value) throws InterruptedException {
		for (int i = 0; i < 10; i++) {
			try (HeldLock held = own.write().acquire()) {
				int before = value.get();
				LockSupport.parkNanos(500_000);
				assertThat(this.readersIn).hasValue(0);
				value.set(before + 1);
				assertThat(held.isValid()).isTrue();
			}
		}
		return null;
	}

	private Void read(DistributedReadWriteLock own, AtomicInteger value) throws InterruptedException {
		for (int i = 0; i < 10; i++) {
			try (HeldLock held = own.read().acquire()) {
				this.readersIn.incrementAndGet();
				int before = value.get();
				LockSupport.parkNanos(1_000_000);
				assertThat(value).hasValue(before);
				this.readersIn.decrementAndGet();
				assertThat(held.isValid()).isTrue();
			}
		}
		return null;
	}

	@Test
	void whoReadsCanNotAskToWrite() throws Exception {
		try (HeldLock held = this.lock.read().acquire()) {
			assertThatExceptionOfType(LockDeadlockException.class).isThrownBy(() -> this.lock.write().acquire())
				.withMessageContaining("'ledger'");
			assertThatExceptionOfType(LockDeadlockException.class)
				.isThrownBy(() -> this.lock.write().tryAcquire(Duration.ofSeconds(1)));
			assertThat(held.isValid()).isTrue();
		}
		this.lock.write().acquire(Duration.ofSeconds(10)).close();
	}

	@Test
	void whoReadsInTheFormOfTheJdkCanNotAskToWrite() {
		ReadWriteLock form = this.lock.asReadWriteLock();
		form.readLock().lock();
		assertThatExceptionOfType(LockDeadlockException.class).isThrownBy(() -> form.writeLock().lock());
		form.readLock().unlock();
		form.writeLock().lock();
		form.writeLock().unlock();
		assertNobodyLeft();
	}

	@Test
	void whoWritesCanGoOnReading() throws Exception {
		HeldLock written = this.lock.write().acquire();
		FencingToken token = written.token();
		try (HeldLock read = this.lock.downgrade(written)) {
			assertThat(written.isValid()).isFalse();
			assertThat(read.isValid()).isTrue();
			assertThat(read.token()).isGreaterThanOrEqualTo(token);
			Wish reader = Wish.of(this.others.read());
			Wish writer = Wish.of(this.others.write());
			awaitHeld(reader);
			assertWaits(writer);
			reader.close();
			assertWaits(writer);
		}
	}

	@Test
	void aDowngradeLetsNobodyWriteInBetween() throws Exception {
		HeldLock written = this.lock.write().acquire();
		Wish writer = ask(this.others.write());
		Wish reader = ask(peer().read());
		HeldLock read = this.lock.downgrade(written);
		assertThat(read.isValid()).isTrue();
		assertWaits(writer, reader);
		read.close();
		awaitHeld(writer);
		assertWaits(reader);
	}

	@Test
	void aDowngradeLetsThoseInWhoWaitToReadNext() throws Exception {
		HeldLock written = this.lock.write().acquire();
		Wish reader = ask(this.others.read());
		Wish writer = ask(this.others.write());
		assertWaits(reader, writer);
		HeldLock read = this.lock.downgrade(written);
		awaitHeld(reader);
		assertWaits(writer);
		read.close();
		assertWaits(writer);
		reader.close();
		awaitHeld(writer);
	}

	@Test
	void aDowngradeIsForItsThreadOnly() throws Exception {
		ReadWriteLock form = this.lock.asReadWriteLock();
		form.writeLock().lock();
		form.readLock().lock();
		Callable<Boolean> other = () -> tryAndLeave(form);
		assertThat(this.threads.submit(other).get()).isFalse();
		form.writeLock().unlock();
		assertThat(this.threads.submit(other).get()).isTrue();
		Wish writer = ask(this.others.write());
		assertWaits(writer);
		form.readLock().unlock();
		awaitHeld(writer);
	}

	private static boolean tryAndLeave(ReadWriteLock form) throws InterruptedException {
		boolean entered = form.readLock().tryLock(300, TimeUnit.MILLISECONDS);
		if (entered) {
			form.readLock().unlock();
		}
		return entered;
	}

	@Test
	void onlyAValidHoldOfTheWriteLockCanBeDowngraded() throws Exception {
		HeldLock foreign = peer().locks().readWrite("other").write().acquire();
		assertThatIllegalArgumentException().isThrownBy(() -> this.lock.downgrade(foreign));
		HeldLock read = this.lock.read().acquire();
		assertThatIllegalArgumentException().isThrownBy(() -> this.lock.downgrade(read));
		read.close();
		HeldLock written = this.lock.write().acquire();
		servers().delete(Peer.QUEUE + "/" + queue().get(0));
		servers().await("the loss", () -> !written.isValid());
		assertThatExceptionOfType(LockLostException.class).isThrownBy(() -> this.lock.downgrade(written));
		assertNobodyLeft();
	}

	@Test
	void anInterruptedWaiterIsInNobodysWay() throws Exception {
		HeldLock held = this.lock.read().acquire();
		Future<HeldLock> writer = this.threads.submit(() -> this.others.write().acquire());
		servers().await("it waits", () -> queue().size() == 2);
		Wish reader = ask(peer().read());
		assertWaits(reader);
		writer.cancel(true);
		awaitHeld(reader);
		servers().await("it has left", () -> queue().size() == 2);
		assertThat(held.isValid()).isTrue();
	}

}
