package io.zkhelper.test.server;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map.Entry;
import java.util.Set;
import java.util.TreeSet;

import org.apache.zookeeper.KeeperException.NoNodeException;
import org.apache.zookeeper.server.DataNode;
import org.apache.zookeeper.server.DataTree;
import org.apache.zookeeper.server.ServerCnxn.DisconnectReason;
import org.apache.zookeeper.server.ZKDatabase;
import org.apache.zookeeper.server.ZooKeeperServer;

/**
 * Looks into a running server, and ends sessions and connections, all through the
 * server's own methods.
 */
final class ServerControl {

	private static final Duration TIMEOUT = Duration.ofSeconds(10);

	private final ZooKeeperServer server;

	ServerControl(ZooKeeperServer server) {
		this.server = server;
	}

	/**
	 * Let servers that start from now on go on where {@link #rollOverAfter} makes them
	 * skip numbers. Otherwise they end themselves then.
	 */
	static void letNumbersBeSkipped() {
		System.setProperty("zookeeper.test.allowDiscontinuousProposals", "true");
	}

	void expire(Collection<Long> sessions) {
		List<String> owned = sessions.stream().flatMap((id) -> database().getEphemerals(id).stream()).toList();
		sessions.forEach(this.server::closeSession);
		// The server forgets a session first and removes its nodes then. Never name
		// sessions: who learns the id of one can take it over
		Await.until("the sessions are over", TIMEOUT, () -> Collections.disjoint(sessions(), sessions)
				&& owned.stream().noneMatch((path) -> isOwnedByAnyOf(sessions, path)));
	}

	private boolean isOwnedByAnyOf(Collection<Long> sessions, String path) {
		DataNode node = tree().getNode(path);
		return node != null && sessions.contains(node.stat.getEphemeralOwner());
	}

	void expireAll() {
		expire(List.copyOf(sessions()));
	}

	private Set<Long> sessions() {
		return database().getSessionWithTimeOuts().keySet();
	}

	void expireOwnerOf(String path) {
		long owner = ownerOf(path);
		if (owner == 0) {
			throw new IllegalArgumentException("'%s' is not an ephemeral node".formatted(path));
		}
		expire(List.of(owner));
	}

	boolean isEphemeral(String path) {
		return ownerOf(path) != 0;
	}

	private long ownerOf(String path) {
		for (Entry<Long, Set<String>> entry : database().getEphemerals().entrySet()) {
			if (entry.getValue().contains(path)) {
				return entry.getKey();
			}
		}
		return 0;
	}

	void dropConnections() {
		this.server.getServerCnxnFactory().closeAll(DisconnectReason.CONNECTION_CLOSE_FORCED);
	}

	ServerCounts counts() {
		DataTree tree = tree();
		return new ServerCounts(sessions().size(), this.server.getNumAliveConnections(), tree.getNodeCount(),
				tree.getEphemeralsCount(), tree.getWatchCount());
	}

	Set<String> children(String path) {
		DataNode node = tree().getNode(path);
		if (node == null) {
			return Set.of();
		}
		// As the server does whenever it adds or removes one
		synchronized (node) {
			return new TreeSet<>(node.getChildren());
		}
	}

	void setNextSequence(String path, int next) {
		DataNode node = tree().getNode(path);
		if (node == null || node.stat.getCversion() > next) {
			throw new IllegalArgumentException(
					"There is no node '%s', or it has counted beyond %d already".formatted(path, next));
		}
		try {
			tree().setCversionPzxid(path, next, node.stat.getPzxid());
		}
		catch (NoNodeException ex) {
			throw new IllegalArgumentException("The node '%s' has just gone".formatted(path), ex);
		}
	}

	void rollOverAfter(int transactions) {
		if (transactions < 0) {
			throw new IllegalArgumentException("'transactions' must not be negative but was " + transactions);
		}
		this.server.setZxid((this.server.getZxid() | 0xFFFF_FFFFL) - transactions);
	}

	String dump() {
		StringBuilder dump = new StringBuilder();
		append("/", dump);
		return dump.toString();
	}

	private void append(String path, StringBuilder dump) {
		DataNode node = tree().getNode(path);
		if (node == null || path.equals("/zookeeper")) {
			return;
		}
		int length = (node.getData() != null) ? node.getData().length : 0;
		dump.append("%s version=%d bytes=%d%s%n".formatted(path, node.stat.getVersion(), length, kindOf(node)));
		children(path).forEach((child) -> append(path.equals("/") ? "/" + child : path + "/" + child, dump));
	}

	private static String kindOf(DataNode node) {
		long owner = node.stat.getEphemeralOwner();
		return (owner == 0) ? "" : (owner < 0) ? " container" : " ephemeral";
	}

	private DataTree tree() {
		return database().getDataTree();
	}

	private ZKDatabase database() {
		return this.server.getZKDatabase();
	}

}
