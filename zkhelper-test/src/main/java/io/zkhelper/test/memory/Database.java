package io.zkhelper.test.memory;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.zkhelper.session.NodeData;
import io.zkhelper.session.ZnodeError;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.Id;

/**
 * What the server knows, and how it changes: one transaction after the other.
 */
final class Database {

	private final Tree tree = new Tree();

	private final Permissions permissions = new Permissions();

	private final WatchTable watches = new WatchTable();

	private long zxid = 1L << 32;

	Tree tree() {
		return this.tree;
	}

	Permissions permissions() {
		return this.permissions;
	}

	WatchTable watches() {
		return this.watches;
	}

	long zxid() {
		return this.zxid;
	}

	/**
	 * Count a transaction that changes no node, such as the beginning of a session.
	 */
	void nextTransaction() {
		this.zxid++;
	}

	void nextEpoch() {
		this.zxid = ((this.zxid >> 32) + 1) << 32;
	}

	/**
	 * Apply a transaction, and tell those who watch.
	 * @throws RefusedException if it can't be applied, after which nothing has changed
	 * but the number of the last transaction
	 */
	<T> T transact(ServerSession session, Function<Draft, T> operations) {
		nextTransaction();
		Draft draft = new Draft(this.tree, this.permissions, session, this.zxid);
		T result = operations.apply(draft);
		draft.commit().forEach(this.watches::fire);
		return result;
	}

	void remove(List<String> paths) {
		transact(ServerSession.OF_THE_SERVER, (draft) -> {
			paths.forEach(draft::remove);
			return paths;
		});
	}

	NodeData read(String path, Set<Id> identities) {
		Znode node = readable(path, identities);
		return new NodeData(path, node.data(), node.stat());
	}

	Set<String> children(String path, Set<Id> identities) {
		return readable(path, identities).children();
	}

	private Znode readable(String path, Set<Id> identities) {
		Znode node = this.tree.find(path).orElseThrow(() -> new RefusedException(ZnodeError.NO_NODE));
		this.permissions.require(Perms.READ, path, node, identities);
		return node;
	}

	/**
	 * Watch again what was watched before the connection changed, and tell at once of
	 * what has happened meanwhile.
	 */
	void restore(WatchedPaths watched, ServerConnection connection) {
		for (String path : watched.data()) {
			Znode node = this.tree.find(path).orElse(null);
			if (node == null) {
				connection.send(new TreeEvent(TreeEvent.Kind.DELETED, path));
			}
			else if (node.stat().mzxid() > watched.zxid()) {
				connection.send(new TreeEvent(TreeEvent.Kind.DATA_CHANGED, path));
			}
			else {
				this.watches.watchData(path, connection);
			}
		}
		for (String path : watched.children()) {
			Znode node = this.tree.find(path).orElse(null);
			if (node == null) {
				connection.send(new TreeEvent(TreeEvent.Kind.DELETED, path));
			}
			else if (node.pzxid() > watched.zxid()) {
				connection.send(new TreeEvent(TreeEvent.Kind.CHILDREN_CHANGED, path));
			}
			else {
				this.watches.watchChildren(path, connection);
			}
		}
	}

}
