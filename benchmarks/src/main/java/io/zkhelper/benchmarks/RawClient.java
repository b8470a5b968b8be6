package io.zkhelper.benchmarks;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;

/**
 * ZooKeeper's own client. What it measures is what a round trip takes.
 */
final class RawClient implements AutoCloseable {

	private static final String DIRECTORY = "/raw";

	// As long as what zkhelper writes into the node of a lock
	private static final byte[] OWNER = new byte[200];

	private final ZooKeeper zooKeeper;

	RawClient(String connectString) throws IOException, InterruptedException, KeeperException {
		CountDownLatch connected = new CountDownLatch(1);
		this.zooKeeper = new ZooKeeper(connectString, 12_000, (event) -> {
			if (event.getState() == KeeperState.SyncConnected) {
				connected.countDown();
			}
		});
		if (!connected.await(10, TimeUnit.SECONDS)) {
			throw new IllegalStateException("The client has no connection to " + connectString);
		}
		if (this.zooKeeper.exists(DIRECTORY, false) == null) {
			this.zooKeeper.create(DIRECTORY, null, Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
		}
	}

	/** How long a read takes. */
	long ping() throws KeeperException, InterruptedException {
		long start = System.nanoTime();
		this.zooKeeper.exists(DIRECTORY, false);
		return System.nanoTime() - start;
	}

	/** How long the create of a node takes that looks like one of a lock. */
	long create() throws KeeperException, InterruptedException {
		long start = System.nanoTime();
		String path = this.zooKeeper.create(DIRECTORY + "/lock-", OWNER, Ids.OPEN_ACL_UNSAFE,
				CreateMode.EPHEMERAL_SEQUENTIAL);
		long nanos = System.nanoTime() - start;
		this.zooKeeper.delete(path, -1);
		return nanos;
	}

	/** Do what the server does to an empty container, as soon as this one is empty. */
	void reap(String directory) throws KeeperException, InterruptedException {
		boolean gone = false;
		while (!gone) {
			try {
				this.zooKeeper.delete(directory, -1);
				gone = true;
			}
			catch (KeeperException.NotEmptyException ex) {
				LockSupport.parkNanos(200_000);
			}
			catch (KeeperException.NoNodeException ex) {
				gone = true;
			}
		}
	}

	@Override
	public void close() {
		try {
			this.zooKeeper.close();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
