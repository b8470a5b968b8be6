package io.zkhelper.test.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;

/**
 * Somebody with a client of ZooKeeper's own.
 */
final class Stranger implements AutoCloseable {

	private final ZooKeeper client;

	private Stranger(ZooKeeper client) {
		this.client = client;
	}

	static Stranger connect(String connectString, Duration sessionTimeout) {
		try {
			return new Stranger(new ZooKeeper(connectString, (int) sessionTimeout.toMillis(), (event) -> {
			}));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	ZooKeeper client() {
		return this.client;
	}

	/**
	 * Make a persistent node that ends in a number, and the nodes above it.
	 */
	String make(String prefix) {
		return act(() -> {
			for (int slash = prefix.indexOf('/', 1); slash > 0; slash = prefix.indexOf('/', slash + 1)) {
				ensure(prefix.substring(0, slash));
			}
			return create(prefix, CreateMode.PERSISTENT_SEQUENTIAL);
		});
	}

	private void ensure(String path) throws KeeperException, InterruptedException {
		if (this.client.exists(path, false) == null) {
			create(path, CreateMode.PERSISTENT);
		}
	}

	private String create(String path, CreateMode mode) throws KeeperException, InterruptedException {
		return this.client.create(path, new byte[0], Ids.OPEN_ACL_UNSAFE, mode);
	}

	void remove(String path) {
		act(() -> {
			this.client.delete(path, -1);
			return path;
		});
	}

	private String act(Deed deed) {
		try {
			return deed.act();
		}
		catch (KeeperException ex) {
			throw new CourseException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CourseException(ex);
		}
	}

	@Override
	public void close() {
		try {
			this.client.close();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Something that fails in ZooKeeper's way.
	 */
	private interface Deed {

		String act() throws KeeperException, InterruptedException;

	}

}
