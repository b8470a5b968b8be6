package io.zkhelper.test.simulation;

import java.util.Random;
import java.util.Set;

import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;

/**
 * Permits, one or several at once.
 */
record Semaphores() implements Locks {

	@Override
	public Share draw(Random random) {
		return new Share(Share.Kind.TAKES_PERMITS, Set.of(Share.NAME), 1 + random.nextInt(Share.PERMITS));
	}

	@Override
	public DistributedLock of(DistributedLocks locks, Share share, int process) {
		return locks.semaphore(Share.NAME, Share.PERMITS).several(share.weight());
	}

}
