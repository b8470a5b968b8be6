package io.zkhelper.benchmarks;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher.Event.KeeperState;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;

/**
 * ZooKeeper's own client, which asks the server each time.
 */
final class RawReads implements NodeReader {

	private final ZooKeeper zooKeeper;

	RawReads(String connectString) throws IOException, InterruptedException {
		CountDownLatch connected = new CountDownLatch(1);
		this.zooKeeper = new ZooKeeper(connectString, 12_000, (event) -> {
			if (event.getState() == KeeperState.SyncConnected) {
				connected.countDown();
			}
		});
		if (!connected.await(10, TimeUnit.SECONDS)) {
			throw new IllegalStateException("The client has no connection to " + connectString);
		}
	}

	void createIfAbsent(String path, int length) throws KeeperException, InterruptedException {
		if (this.zooKeeper.exists(path, false) == null) {
			this.zooKeeper.create(path, new byte[length], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
		}
	}

	@Override
	public int read(String path) throws KeeperException, InterruptedException {
		return this.zooKeeper.getData(path, false, null).length;
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
