package io.zkhelper.test.lock;

import java.util.function.UnaryOperator;

import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.DistributedLocksBuilder;
import io.zkhelper.session.ZkClient;

/**
 * A process that wants locks.
 *
 * @param client its connection
 * @param locks its locks
 */
record LockUser(ZkClient client, DistributedLocks locks) {

	static LockUser of(ZkClient client, UnaryOperator<DistributedLocksBuilder> settings) {
		return new LockUser(client, settings.apply(DistributedLocks.builder(client)).build());
	}

	/**
	 * Return the lock that everybody wants.
	 */
	DistributedLock ledger() {
		return this.locks.get("ledger");
	}

}
