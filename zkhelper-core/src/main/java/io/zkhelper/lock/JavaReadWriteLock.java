package io.zkhelper.lock;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;

import org.jspecify.annotations.Nullable;

/**
 * A read-write lock in the form of the JDK. A thread has one hold at most: of the write
 * lock as long as it writes, also while it reads besides.
 */
final class JavaReadWriteLock implements ReadWriteLock {

	private final DistributedReadWriteLock lock;

	// Each thread touches its own entry only
	private final Map<Thread, Entry> entries = new ConcurrentHashMap<>();

	private final Lock readLock = new ReadLock();

	private final Lock writeLock = new WriteLock();

	JavaReadWriteLock(DistributedReadWriteLock lock) {
		this.lock = lock;
	}

	@Override
	public Lock readLock() {
		return this.readLock;
	}

	@Override
	public Lock writeLock() {
		return this.writeLock;
	}

	private @Nullable Entry entry() {
		return this.entries.get(Thread.currentThread());
	}

	private boolean enterFirst(Optional<HeldLock> held, int reads, int writes) {
		held.ifPresent((first) -> put(new Entry(first, reads, writes)));
		return held.isPresent();
	}

	private boolean enterAgain(Entry next) {
		next.held().token();
		put(next);
		return true;
	}

	private void put(Entry entry) {
		this.entries.put(Thread.currentThread(), entry);
	}

	private void leave(Entry next) {
		if (next.reads() + next.writes() > 0) {
			put(next);
			return;
		}
		this.entries.remove(Thread.currentThread());
		ThreadLock.end(next.held());
	}

	// Not to be interrupted: the thread would believe to be a reader still
	private HeldLock downgrade(HeldLock held) {
		try {
			return this.lock.downgradeAsync(held).toCompletableFuture().join();
		}
		catch (CompletionException ex) {
			throw LockException.causeOf(ex);
		}
	}

	private final class ReadLock extends ThreadLock {

		@Override
		<X extends Exception> boolean enter(Attempt<X> attempt) throws X {
			@Nullable Entry entry = entry();
			return (entry != null) ? enterAgain(new Entry(entry.held(), entry.reads() + 1, entry.writes()))
					: enterFirst(attempt.on(JavaReadWriteLock.this.lock.read()), 1, 0);
		}

		@Override
		public void unlock() {
			@Nullable Entry entry = entry();
			if (entry == null || entry.reads() == 0) {
				throw stranger(JavaReadWriteLock.this.lock.name());
			}
			leave(new Entry(entry.held(), entry.reads() - 1, entry.writes()));
		}

	}

	private final class WriteLock extends ThreadLock {

		@Override
		<X extends Exception> boolean enter(Attempt<X> attempt) throws X {
			@Nullable Entry entry = entry();
			if (entry == null) {
				return enterFirst(attempt.on(JavaReadWriteLock.this.lock.write()), 0, 1);
			}
			if (entry.writes() == 0) {
				throw new LockDeadlockException(JavaReadWriteLock.this.lock.name(),
						"it reads, and a reader can't become a writer");
			}
			return enterAgain(new Entry(entry.held(), entry.reads(), entry.writes() + 1));
		}

		@Override
		public void unlock() {
			@Nullable Entry entry = entry();
			if (entry == null || entry.writes() == 0) {
				throw stranger(JavaReadWriteLock.this.lock.name());
			}
			Entry next = new Entry(entry.held(), entry.reads(), entry.writes() - 1);
			boolean becomesReader = next.writes() == 0 && next.reads() > 0;
			leave(next);
			if (becomesReader) {
				put(new Entry(downgrade(next.held()), next.reads(), 0));
			}
		}

	}

	/**
	 * What a thread has.
	 */
	private record Entry(HeldLock held, int reads, int writes) {
	}

}
