package io.zkhelper.test.lock;

import java.time.Duration;

import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.DistributedLocks;
import io.zkhelper.lock.DistributedReadWriteLock;
import io.zkhelper.lock.DistributedSemaphore;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.world.World;

/**
 * One of several processes that use locks of the same names.
 *
 * @param client its client
 * @param locks its locks
 */
record Peer(ZkClient client, DistributedLocks locks) {

	static final String NAME = "ledger";

	static final String QUEUE = "/zkhelper/locks/" + NAME;

	/**
	 * Longer than elsewhere: who loses a lock since the machine is busy does not ask
	 * again.
	 */
	private static final Duration SESSION_TIMEOUT = Duration.ofSeconds(4);

	static Peer connect(World world) {
		ZkClientOptions options = world.options();
		ZkClient client = world.connect(options.withTiming(options.timing().withSessionTimeout(SESSION_TIMEOUT)));
		world.await("connected", () -> client.state() == SessionState.CONNECTED);
		return new Peer(client, DistributedLocks.on(client));
	}

	DistributedLock mutex() {
		return this.locks.get(NAME);
	}

	DistributedReadWriteLock readWrite() {
		return this.locks.readWrite(NAME);
	}

	DistributedLock read() {
		return readWrite().read();
	}

	DistributedLock write() {
		return readWrite().write();
	}

	DistributedSemaphore semaphore(int permits) {
		return this.locks.semaphore(NAME, permits);
	}

}
