package io.zkhelper.test.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.lock.NodeNaming;

/**
 * Locks of one holder, retained by some processes for a while, with other names of nodes
 * and at the end of their numbers in some courses.
 *
 * @param course says which
 */
record ExclusiveLocks(Course course) implements Locks {

	private static final List<Duration> RETENTIONS = List.of(Duration.ZERO, Duration.ofMillis(50),
			Duration.ofSeconds(3));

	@Override
	public Share draw(Random random) {
		return Share.writes();
	}

	@Override
	public DistributedLock of(DistributedLocks locks, Share share, int process) {
		NodeNaming naming = (this.course.seed() % 4 == 1) ? NodeNaming.PLAIN : NodeNaming.PROTECTED;
		int retention = (int) (process + this.course.seed() % 3) % RETENTIONS.size();
		return locks.get(Share.NAME,
				LockOptions.DEFAULT.withNaming(naming)
					.withSafety(this.course.safety())
					.withRetention(RETENTIONS.get(retention)));
	}

	@Override
	public boolean nearTheEndOfNumbers() {
		return this.course.seed() % 5 == 0;
	}

}
