package io.zkhelper.test.world;

import java.io.IOException;
import java.util.Collections;
import java.util.List;

import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.ACL;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Somebody else, with a client of ZooKeeper's own and a session for each deed.
 */
final class Stranger {

	private final String connectString;

	Stranger(String connectString) {
		this.connectString = connectString;
	}

	void delete(String path) {
		act((client) -> {
			client.delete(path, -1);
			return path;
		});
	}

	void write(String path, String data) {
		act((client) -> {
			for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
				make(client, path.substring(0, slash));
			}
			make(client, path);
			return client.setData(path, data.getBytes(UTF_8), -1);
		});
	}

	private static void make(ZooKeeper client, String path) throws KeeperException, InterruptedException {
		if (client.exists(path, false) == null) {
			client.create(path, new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
		}
	}

	String append(String prefix) {
		return act(
				(client) -> client.create(prefix, new byte[0], Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT_SEQUENTIAL));
	}

	void deny(String path, int permissions) {
		// The client asks its lists whether they contain null, which List.of refuses to
		// answer
		List<ACL> acl = Collections.singletonList(new ACL(Perms.ALL & ~permissions, Ids.ANYONE_ID_UNSAFE));
		act((client) -> client.setACL(path, acl, -1));
	}

	private <T> T act(Deed<T> deed) {
		try {
			ZooKeeper client = new ZooKeeper(this.connectString, 10_000, (event) -> {
			});
			T result = deed.doWith(client);
			client.close();
			return result;
		}
		catch (IOException | KeeperException ex) {
			throw new IllegalStateException("A stranger could not do it", ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("A stranger was interrupted", ex);
		}
	}

	/**
	 * Something that fails in ZooKeeper's way.
	 */
	private interface Deed<T> {

		T doWith(ZooKeeper client) throws KeeperException, InterruptedException;

	}

}
