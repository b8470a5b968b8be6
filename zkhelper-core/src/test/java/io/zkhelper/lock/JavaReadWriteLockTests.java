package io.zkhelper.lock;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;

import io.zkhelper.claim.FencingToken;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Read-write locks in the form of the JDK.
 */
class JavaReadWriteLockTests {

	private final Scenery scenery = new Scenery();

	private final ReadWriteLock lock = this.scenery.locks.readWrite("ledger").asReadWriteLock();

	private final Lock reading = this.lock.readLock();

	private final Lock writing = this.lock.writeLock();

	private boolean canRead() throws Exception {
		return Scenery.onOtherThread(() -> enteredAndLeft(this.reading));
	}

	private boolean canWrite() throws Exception {
		return Scenery.onOtherThread(() -> enteredAndLeft(this.writing));
	}

	private static boolean enteredAndLeft(Lock side) {
		boolean entered = side.tryLock();
		if (entered) {
			side.unlock();
		}
		return entered;
	}

	@Test
	void readersShareAndWritersDoNot() throws Exception {
		this.reading.lock();
		assertThat(canRead()).isTrue();
		assertThat(canWrite()).isFalse();
		this.reading.unlock();
		this.writing.lock();
		assertThat(canRead()).isFalse();
		assertThat(canWrite()).isFalse();
		this.writing.unlock();
		assertThat(canWrite()).isTrue();
	}

	@Test
	void isLeftWhenEachSideWasLeftAsOftenAsEntered() throws Exception {
		this.writing.lock();
		this.writing.lock();
		this.writing.unlock();
		assertThat(canRead()).isFalse();
		this.writing.unlock();
		this.reading.lock();
		assertThat(this.reading.tryLock(1, TimeUnit.SECONDS)).isTrue();
		this.reading.unlock();
		assertThat(canWrite()).isFalse();
		this.reading.unlock();
		assertThat(canWrite()).isTrue();
	}

	@Test
	void readingWhileWritingNeedsNoPlaceOfItsOwn() throws Exception {
		this.writing.lock();
		this.reading.lock();
		assertThat(this.scenery.queue("ledger").contenders()).hasSize(1);
		this.reading.unlock();
		assertThat(canRead()).isFalse();
		this.writing.unlock();
		assertThat(canWrite()).isTrue();
	}

	@Test
	void whoLeavesTheWriteLockWhileReadingBecomesAReader() throws Exception {
		this.writing.lock();
		FencingToken written = this.scenery.first("ledger").token();
		this.reading.lock();
		this.writing.unlock();
		assertThat(canRead()).isTrue();
		assertThat(canWrite()).isFalse();
		assertThat(this.scenery.first("ledger").token().isNewerThan(written)).isTrue();
		assertThatExceptionOfType(LockDeadlockException.class).isThrownBy(this.writing::tryLock);
		this.reading.unlock();
		assertThat(this.scenery.queue("ledger").contenders()).isEmpty();
	}

	@Test
	void becomingAReaderIsNotHinderedByAnInterrupt() throws Exception {
		this.writing.lock();
		this.reading.lock();
		Thread.currentThread().interrupt();
		this.writing.unlock();
		assertThat(Thread.interrupted()).isTrue();
		assertThat(canRead()).isTrue();
		assertThat(canWrite()).isFalse();
	}

	@Test
	void aReaderCanNotBecomeAWriter() throws Exception {
		this.reading.lock();
		assertThatExceptionOfType(LockDeadlockException.class).isThrownBy(this.writing::lock)
			.withMessageContaining("'ledger'")
			.withMessageContaining("a reader can't become a writer");
		assertThatExceptionOfType(LockDeadlockException.class).isThrownBy(() -> this.writing.tryLock(1, TimeUnit.DAYS));
		this.reading.unlock();
		assertThat(canWrite()).isTrue();
	}

	@Test
	void strangersLeaveNeitherSide() {
		this.writing.lock();
		assertThatExceptionOfType(IllegalMonitorStateException.class).isThrownBy(this.reading::unlock);
		this.writing.unlock();
		assertThatExceptionOfType(IllegalMonitorStateException.class).isThrownBy(this.writing::unlock);
		this.reading.lock();
		assertThatExceptionOfType(IllegalMonitorStateException.class).isThrownBy(this.writing::unlock);
		this.reading.unlock();
		assertThatExceptionOfType(IllegalMonitorStateException.class).isThrownBy(this.reading::unlock);
	}

	@Test
	void aLossShowsAtEachLastLeavingAndLeavesNothingBehind() throws Exception {
		this.writing.lock();
		this.reading.lock();
		this.scenery.breakLock("ledger");
		assertThatExceptionOfType(LockLostException.class).isThrownBy(this.reading::lock);
		assertThatExceptionOfType(LockLostException.class).isThrownBy(this.writing::unlock);
		assertThatExceptionOfType(LockLostException.class).isThrownBy(this.reading::unlock);
		this.writing.lock();
		this.writing.unlock();
		assertThat(canWrite()).isTrue();
	}

}
