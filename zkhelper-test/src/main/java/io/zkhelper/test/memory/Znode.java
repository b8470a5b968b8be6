package io.zkhelper.test.memory;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.zkhelper.session.Change;
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
 * @param container whether it goes some time after its last child
 * @param sequence how many children were ever created, the number of the next sequential
 * one
 * @param pzxid the transaction that last created or deleted a child
 * @param children the names of the children
 */
@SuppressWarnings("ArrayRecordComponent")
record Znode(byte[] data, NodeStat stat, List<ACL> acl, boolean container, int sequence, long pzxid,
		Set<String> children) {

	static Znode permanent() {
		return new Znode(new byte[0], new NodeStat(0, 0, 0, 0), Ids.OPEN_ACL_UNSAFE, false, 0, 0, Set.of());
	}

	static Znode of(Change.Create create, List<ACL> acl, long zxid, long session) {
		NodeStat stat = new NodeStat(zxid, zxid, 0, create.kind().isEphemeral() ? session : 0);
		return new Znode(create.data(), stat, acl, create.kind() == NodeKind.CONTAINER, 0, zxid, Set.of());
	}

	boolean isEphemeral() {
		return this.stat.ephemeralOwner() != 0;
	}

	boolean isEmptyContainer() {
		return this.container && this.sequence > 0 && this.children.isEmpty();
	}

	Znode withData(byte[] data, long zxid) {
		NodeStat changed = new NodeStat(this.stat.czxid(), zxid, this.stat.version() + 1, this.stat.ephemeralOwner());
		return new Znode(data, changed, this.acl, this.container, this.sequence, this.pzxid, this.children);
	}

	Znode withChild(String name, long zxid) {
		Set<String> names = new LinkedHashSet<>(this.children);
		names.add(name);
		// The server never lets the counter fall, so that it sticks at its maximum
		int next = Math.max(this.sequence, this.sequence + 1);
		return new Znode(this.data, this.stat, this.acl, this.container, next, zxid, names);
	}

	Znode withoutChild(String name, long zxid) {
		Set<String> names = new LinkedHashSet<>(this.children);
		names.remove(name);
		return new Znode(this.data, this.stat, this.acl, this.container, this.sequence, zxid, names);
	}

	Znode withSequence(int sequence) {
		return new Znode(this.data, this.stat, this.acl, this.container, sequence, this.pzxid, this.children);
	}

}
