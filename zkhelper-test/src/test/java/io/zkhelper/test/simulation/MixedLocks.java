package io.zkhelper.test.simulation;

import java.util.Random;

import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;

/**
 * Readers, writers, permits and plain locks in one queue.
 */
record MixedLocks() implements Locks {

	private static final ReadWriteLocks READERS_AND_WRITERS = new ReadWriteLocks();

	private static final Semaphores PERMITS = new Semaphores();

	@Override
	public Share draw(Random random) {
		return random.nextBoolean() ? READERS_AND_WRITERS.draw(random) : PERMITS.draw(random);
	}

	@Override
	public DistributedLock of(DistributedLocks locks, Share share, int process) {
		return switch (share.kind()) {
			case READS -> READERS_AND_WRITERS.of(locks, share, process);
			case TAKES_PERMITS -> PERMITS.of(locks, share, process);
			case WRITES -> locks.get(Share.NAME);
		};
	}

}
