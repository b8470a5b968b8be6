package io.zkhelper.test.simulation;

import java.util.List;
import java.util.Random;
import java.util.Set;

import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;

/**
 * Locks of one holder by one name or by two.
 */
record SeveralNames() implements Locks {

	private static final List<Set<String>> CHOICES = List.of(Set.of("ledger", "stock"), Set.of("stock", "mail"),
			Set.of("mail", "ledger"), Set.of("ledger"));

	@Override
	public List<String> names() {
		return List.of("ledger", "stock", "mail");
	}

	@Override
	public Share draw(Random random) {
		return new Share(Share.Kind.WRITES, CHOICES.get(random.nextInt(CHOICES.size())), Share.PERMITS);
	}

	@Override
	public DistributedLock of(DistributedLocks locks, Share share, int process) {
		return (share.names().size() > 1) ? locks.all(share.names().toArray(String[]::new)) : locks.get(Share.NAME);
	}

}
