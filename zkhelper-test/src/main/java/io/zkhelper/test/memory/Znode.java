package io.zkhelper.test.memory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.data.ACL;

/**
 * A node of the tree. Immutable, so that a transaction that fails has changed nothing.
 *
 * @param data the content
 * @param stat what clients see beside it
 * @param acl who may do what
 * @param sequence how many children were ever created, the number of the next sequential
 * one
 * @param pzxid the transaction that last created or deleted a child
 * @param children the names of the children
 */
@SuppressWarnings("ArrayRecordComponent")
record Znode(byte[] data, NodeStat stat, List<ACL> acl, int sequence, long pzxid, Set<String> children) {

	/** What the server has as the owner of containers, and shows to clients. */
	private static final long CONTAINER = Long.MIN_VALUE;

	static Znode permanent() {
		return new Znode(new byte[0], new NodeStat(0, 0, 0, 0), Ids.OPEN_ACL_UNSAFE, 0, 0, Set.of());
	}

	static Znode of(byte[] data, List<ACL> acl, long zxid, long owner) {
		return new Znode(data, new NodeStat(zxid, zxid, 0, owner), acl, 0, zxid, Set.of());
	}

	static long ownerOf(NodeKind kind, long session) {
		return (kind == NodeKind.CONTAINER) ? CONTAINER : kind.isEphemeral() ? session : 0;
	}

	boolean isEphemeral() {
		return this.stat.ephemeralOwner() != 0 && this.stat.ephemeralOwner() != CONTAINER;
	}

	boolean isEmptyContainer() {
		return this.stat.ephemeralOwner() == CONTAINER && this.sequence > 0 && this.children.isEmpty();
	}

	Znode withData(byte[] data, long zxid) {
		NodeStat changed = new NodeStat(this.stat.czxid(), zxid, this.stat.version() + 1, this.stat.ephemeralOwner());
		return new Znode(data, changed, this.acl, this.sequence, this.pzxid, this.children);
	}

	Znode withChild(String name, long zxid) {
		Set<String> names = new LinkedHashSet<>(this.children);
		names.add(name);
		// The server never lets the counter fall, so that it sticks at its maximum
		int next = Math.max(this.sequence, this.sequence + 1);
		return new Znode(this.data, this.stat, this.acl, next, zxid, names);
	}

	Znode withoutChild(String name, long zxid) {
		Set<String> names = new LinkedHashSet<>(this.children);
		names.remove(name);
		return new Znode(this.data, this.stat, this.acl, this.sequence, zxid, names);
	}

	Znode withSequence(int sequence) {
		return new Znode(this.data, this.stat, this.acl, sequence, this.pzxid, this.children);
	}

}
