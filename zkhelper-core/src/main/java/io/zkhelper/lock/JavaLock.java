package io.zkhelper.lock;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * A lock in the form of the JDK. Several threads can have it where the lock allows that,
 * each with a hold of its own.
 */
final class JavaLock extends ThreadLock {

	private final DistributedLock lock;

	// Each thread touches its own entry only
	private final Map<Thread, Entry> entries = new ConcurrentHashMap<>();

	JavaLock(DistributedLock lock) {
		this.lock = lock;
	}

	@Override
	<X extends Exception> boolean enter(Attempt<X> attempt) throws X {
		@Nullable Entry entry = this.entries.get(Thread.currentThread());
		if (entry != null) {
			entry.held().token();
			put(new Entry(entry.held(), entry.count() + 1));
			return true;
		}
		Optional<HeldLock> held = attempt.on(this.lock);
		held.ifPresent((first) -> put(new Entry(first, 1)));
		return held.isPresent();
	}

	private void put(Entry entry) {
		this.entries.put(Thread.currentThread(), entry);
	}

	@Override
	public void unlock() {
		@Nullable Entry entry = this.entries.get(Thread.currentThread());
		if (entry == null) {
			throw stranger(this.lock.name());
		}
		if (entry.count() > 1) {
			put(new Entry(entry.held(), entry.count() - 1));
			return;
		}
		this.entries.remove(Thread.currentThread());
		end(entry.held());
	}

	@Override
	public String toString() {
		return "JavaLock[" + this.lock.name() + "]";
	}

	private record Entry(HeldLock held, int count) {
	}

}
