package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.ZnodeError;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.Id;

/**
 * What one server knows, and whom of its clients it tells: the nodes and the sessions as
 * of the last transaction that it has applied.
 */
final class Database {

	private final Tree tree = new Tree();

	private final Map<Long, Duration> sessions = new LinkedHashMap<>();

	private final WatchTable watches = new WatchTable();

	private final Permissions permissions;

	private long zxid = 1L << 32;

	/**
	 * Create one with the server's own nodes only.
	 * @param permissions who may do what
	 */
	Database(Permissions permissions) {
		this.permissions = permissions;
	}

	Tree tree() {
		return this.tree;
	}

	/**
	 * Return the timeouts of the sessions.
	 */
	Map<Long, Duration> sessions() {
		return this.sessions;
	}

	WatchTable watches() {
		return this.watches;
	}

	long zxid() {
		return this.zxid;
	}

	void setZxid(long zxid) {
		this.zxid = zxid;
	}

	/**
	 * Apply a transaction, and tell those who watch.
	 */
	void apply(Transaction transaction) {
		this.zxid = transaction.zxid();
		this.tree.apply(transaction.nodes());
		transaction.sessions()
			.forEach((id, timeout) -> timeout.ifPresentOrElse((value) -> this.sessions.put(id, value),
					() -> this.sessions.remove(id)));
		transaction.events().forEach(this::fire);
	}

	// Who may not read the node any more has lost the watch without being told
	private void fire(TreeEvent event) {
		this.watches.taken(event)
			.stream()
			.filter((connection) -> Permissions.grant(event.acl(), Perms.READ, connection.identities()))
			.forEach((connection) -> connection.send(event));
	}

	/**
	 * Take over what another server knows, and nobody's watches.
	 */
	void copyFrom(Database other) {
		this.zxid = other.zxid;
		this.tree.copyFrom(other.tree);
		this.sessions.clear();
		this.sessions.putAll(other.sessions);
		this.watches.clear();
	}

	NodeData read(String path, Set<Id> identities) {
		Znode node = readable(path, identities);
		return new NodeData(path, node.data(), node.stat());
	}

	Optional<NodeStat> exists(String path, Set<Id> identities) {
		return this.tree.find(path).map((node) -> readable(path, identities).stat());
	}

	Set<String> children(String path, Set<Id> identities) {
		return readable(path, identities).children();
	}

	/**
	 * Return a node whose access control list may be read.
	 */
	Znode administrable(String path, Set<Id> identities) {
		return allowed(Perms.READ | Perms.ADMIN, path, identities);
	}

	private Znode readable(String path, Set<Id> identities) {
		return allowed(Perms.READ, path, identities);
	}

	private Znode allowed(int permissions, String path, Set<Id> identities) {
		Znode node = this.tree.find(path).orElseThrow(() -> new RefusedException(ZnodeError.NO_NODE));
		this.permissions.require(permissions, path, node, identities);
		return node;
	}

	/**
	 * Watch again what was watched before the connection changed, and tell at once of
	 * what has happened meanwhile.
	 */
	void restore(WatchedPaths watched, ServerConnection connection) {
		watched.data().forEach((path) -> restoreData(path, watched.zxid(), connection));
		watched.absent().forEach((path) -> restoreAbsent(path, connection));
		watched.children().forEach((path) -> restoreChildren(path, watched.zxid(), connection));
	}

	private void restoreData(String path, long zxid, ServerConnection connection) {
		Znode node = this.tree.find(path).orElse(null);
		if (node == null) {
			tell(connection, TreeEvent.Kind.DELETED, path);
		}
		else if (node.stat().mzxid() > zxid) {
			tell(connection, TreeEvent.Kind.DATA_CHANGED, path);
		}
		else {
			this.watches.watchData(path, connection);
		}
	}

	private void restoreAbsent(String path, ServerConnection connection) {
		if (this.tree.find(path).isPresent()) {
			tell(connection, TreeEvent.Kind.CREATED, path);
		}
		else {
			this.watches.watchData(path, connection);
		}
	}

	private void restoreChildren(String path, long zxid, ServerConnection connection) {
		Znode node = this.tree.find(path).orElse(null);
		if (node == null) {
			tell(connection, TreeEvent.Kind.DELETED, path);
		}
		else if (node.stat().pzxid() > zxid) {
			tell(connection, TreeEvent.Kind.CHILDREN_CHANGED, path);
		}
		else {
			this.watches.watchChildren(path, connection);
		}
	}

	// Here the server does not ask who may read it
	private static void tell(ServerConnection connection, TreeEvent.Kind kind, String path) {
		connection.send(new TreeEvent(kind, path, Ids.OPEN_ACL_UNSAFE));
	}

}
