package io.zkhelper.test.memory;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
 * @param children the names of the children
 */
@SuppressWarnings("ArrayRecordComponent")
record Znode(byte[] data, NodeStat stat, List<ACL> acl, boolean container, int sequence, Set<String> children) {

	static Znode permanent() {
		return new Znode(new byte[0], NodeStat.NONE, Ids.OPEN_ACL_UNSAFE, false, 0, Set.of());
	}

	static Znode of(Change.Create create, List<ACL> acl, Mark mark, long session) {
		long owner = create.kind().isEphemeral() ? session : 0;
		NodeStat stat = new NodeStat(mark.zxid(), mark.zxid(), mark.zxid(), 0, 0, 0, mark.time(), mark.time(), owner,
				create.data().length, 0);
		return new Znode(create.data(), stat, acl, create.kind() == NodeKind.CONTAINER, 0, Set.of());
	}

	boolean isEphemeral() {
		return this.stat.isEphemeral();
	}

	boolean isEmptyContainer() {
		return this.container && this.sequence > 0 && this.children.isEmpty();
	}

	Znode withData(byte[] data, Mark mark) {
		NodeStat changed = new NodeStat(this.stat.czxid(), mark.zxid(), this.stat.pzxid(), this.stat.version() + 1,
				this.stat.childrenVersion(), this.stat.aclVersion(), this.stat.created(), mark.time(),
				this.stat.ephemeralOwner(), data.length, this.stat.childCount());
		return new Znode(data, changed, this.acl, this.container, this.sequence, this.children);
	}

	Znode withAcl(List<ACL> acl) {
		NodeStat changed = new NodeStat(this.stat.czxid(), this.stat.mzxid(), this.stat.pzxid(), this.stat.version(),
				this.stat.childrenVersion(), this.stat.aclVersion() + 1, this.stat.created(), this.stat.modified(),
				this.stat.ephemeralOwner(), this.stat.dataLength(), this.stat.childCount());
		return new Znode(this.data, changed, acl, this.container, this.sequence, this.children);
	}

	Znode withChild(String name, long zxid) {
		Set<String> names = new LinkedHashSet<>(this.children);
		names.add(name);
		// The server never lets the counter fall, so that it sticks at its maximum
		int next = Math.max(this.sequence, this.sequence + 1);
		return withChildren(names, next, zxid);
	}

	Znode withoutChild(String name, long zxid) {
		Set<String> names = new LinkedHashSet<>(this.children);
		names.remove(name);
		return withChildren(names, this.sequence, zxid);
	}

	Znode withSequence(int sequence) {
		return withChildren(this.children, sequence, this.stat.pzxid());
	}

	// The server counts creates only, and shows creates and deletes: each child that has
	// gone was created once
	private Znode withChildren(Set<String> names, int sequence, long zxid) {
		NodeStat changed = new NodeStat(this.stat.czxid(), this.stat.mzxid(), zxid, this.stat.version(),
				sequence * 2 - names.size(), this.stat.aclVersion(), this.stat.created(), this.stat.modified(),
				this.stat.ephemeralOwner(), this.stat.dataLength(), names.size());
		return new Znode(this.data, changed, this.acl, this.container, sequence, names);
	}

	/**
	 * What a transaction leaves on the nodes that it changes.
	 *
	 * @param zxid its number
	 * @param time when the leader decided it, in whole milliseconds
	 */
	record Mark(long zxid, Instant time) {

		Mark {
			time = time.truncatedTo(ChronoUnit.MILLIS);
		}

	}

}
