package io.zkhelper.benchmarks;

import java.time.Duration;

import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;

/**
 * Ours, as they come.
 */
final class ZkhelperLocks implements Contestant {

	static final String NAME = "zkhelper";

	private final ZkClientOptions options;

	private final ZkClient client;

	private final DistributedLocks locks;

	ZkhelperLocks(String connectString) throws InterruptedException {
		this.options = ZkClientOptions.of(connectString);
		this.client = ZkClient.connect(this.options);
		this.locks = DistributedLocks.on(this.client);
		if (!this.client.awaitConnected(Duration.ofSeconds(10))) {
			throw new IllegalStateException("zkhelper has no connection to " + connectString);
		}
	}

	@Override
	public Mutex mutex(String name) {
		return mutex(name, LockOptions.DEFAULT);
	}

	Mutex mutex(String name, LockOptions options) {
		DistributedLock lock = this.locks.get(name, options);
		return (work) -> {
			HeldLock held = lock.acquire(PATIENCE);
			try {
				work.run();
			}
			finally {
				held.close();
			}
		};
	}

	Mutex retained(String name) {
		return mutex(name, LockOptions.DEFAULT.withRetention(Duration.ofMinutes(1)));
	}

	@Override
	public String directory(String name) {
		return this.options.base() + "/locks/" + name;
	}

	@Override
	public void close() {
		this.client.close();
	}

}
