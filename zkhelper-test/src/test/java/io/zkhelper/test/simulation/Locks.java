package io.zkhelper.test.simulation;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionStage;

import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import org.jspecify.annotations.Nullable;

/**
 * One kind of locks, and who may want what of them.
 */
interface Locks {

	/**
	 * Return the names of all locks.
	 */
	default List<String> names() {
		return List.of(Share.NAME);
	}

	/**
	 * Draw what somebody wants.
	 */
	Share draw(Random random);

	/**
	 * Return the lock that somebody wants.
	 * @param process the number of the process
	 */
	DistributedLock of(DistributedLocks locks, Share share, int process);

	/**
	 * Make of what is held what others can share, where the kind has that.
	 * @return the hold to come, or {@code null} if it can't be done
	 */
	default @Nullable CompletionStage<HeldLock> share(DistributedLocks locks, HeldLock held) {
		return null;
	}

	/**
	 * Return whether the next number of a node is to be set near the greatest one.
	 */
	default boolean nearTheEndOfNumbers() {
		return false;
	}

}
