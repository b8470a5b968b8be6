package io.zkhelper.lock;

import java.time.Duration;
import java.util.List;

/**
 * What this process has to do with a lock, from its memory.
 *
 * @param name the name of the lock
 * @param kind what kind of lock it is
 * @param holds the holds, more than one for readers and permits
 * @param waiting who waits in this process, in order
 * @since 1.0.0
 */
public record LocalLock(String name, Kind kind, List<Hold> holds, List<Waiter> waiting) {

	public LocalLock {
		holds = List.copyOf(holds);
		waiting = List.copyOf(waiting);
	}

	/**
	 * Kinds of locks.
	 */
	public enum Kind {

		/** Of one holder. */
		EXCLUSIVE,

		/** The read lock of a read-write lock. */
		READ,

		/** The write lock of a read-write lock. */
		WRITE,

		/** A semaphore. */
		SEMAPHORE

	}

	/**
	 * A hold.
	 *
	 * @param thread the thread that has acquired it, empty if it is held by none and only
	 * retained
	 * @param held for how long it is held
	 * @param token the token
	 * @param leaseRemaining how long it is held without another heartbeat
	 */
	public record Hold(String thread, Duration held, String token, Duration leaseRemaining) {
	}

	/**
	 * Somebody who waits.
	 *
	 * @param thread the thread that has asked
	 * @param waited for how long it waits
	 */
	public record Waiter(String thread, Duration waited) {
	}

}
