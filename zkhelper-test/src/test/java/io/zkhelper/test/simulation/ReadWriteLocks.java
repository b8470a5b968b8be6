package io.zkhelper.test.simulation;

import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletionStage;

import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;

/**
 * Locks of many readers or one writer, who may become a reader.
 */
record ReadWriteLocks() implements Locks {

	static final Share READS = new Share(Share.Kind.READS, Set.of(Share.NAME), 1);

	@Override
	public Share draw(Random random) {
		return (random.nextInt(3) == 0) ? Share.writes() : READS;
	}

	@Override
	public DistributedLock of(DistributedLocks locks, Share share, int process) {
		return (share.kind() == Share.Kind.READS) ? locks.readWrite(Share.NAME).read()
				: locks.readWrite(Share.NAME).write();
	}

	@Override
	public CompletionStage<HeldLock> share(DistributedLocks locks, HeldLock held) {
		return locks.readWrite(Share.NAME).downgradeAsync(held);
	}

}
