package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.ZnodeError;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.jspecify.annotations.Nullable;

/**
 * A transaction in the making: changes that nobody sees before they are committed. Each
 * method refuses by a {@link RefusedException}, after which the draft is of no more use.
 */
final class Draft {

	private final Outstanding before;

	private final Permissions permissions;

	private final Author author;

	private final Znode.Mark mark;

	private final Map<String, Optional<Znode>> changes = new LinkedHashMap<>();

	private final Map<Long, Optional<Duration>> sessions = new LinkedHashMap<>();

	private final List<TreeEvent> events = new ArrayList<>();

	Draft(Outstanding before, Permissions permissions, Author author, Znode.Mark mark) {
		this.before = before;
		this.permissions = permissions;
		this.author = author;
		this.mark = mark;
	}

	List<NodeStat> applyAll(List<? extends Change> changes) {
		return changes.stream().map(this::applyNamed).toList();
	}

	private NodeStat applyNamed(Change change) {
		try {
			return apply(change);
		}
		catch (RefusedException ex) {
			throw new RefusedException(ex.error(), change.path());
		}
	}

	private NodeStat apply(Change change) {
		if (change instanceof Change.Check check) {
			check(check.path(), check.version());
			return NodeStat.NONE;
		}
		if (change instanceof Change.SetData set) {
			return setData(set);
		}
		if (change instanceof Change.Delete delete) {
			delete(delete.path(), delete.version());
			return NodeStat.NONE;
		}
		create((Change.Create) change);
		return NodeStat.NONE;
	}

	NodeData create(Change.Create create) {
		var acl = Permissions.effective(create.acl(), this.author.identities());
		String parentPath = NodePath.parentOf(create.path());
		Znode parent = require(parentPath);
		this.permissions.require(Perms.CREATE, parentPath, parent, this.author.identities());
		String path = create.kind().isSequential() ? create.path() + digits(parent.sequence()) : create.path();
		refuseIf(find(path).isPresent(), ZnodeError.NODE_EXISTS);
		Znode node = Znode.of(create, acl, this.mark, this.author.session());
		add(path, node);
		return new NodeData(path, create.data(), node.stat());
	}

	private void add(String path, Znode node) {
		String parentPath = NodePath.parentOf(path);
		Znode parent = require(parentPath);
		refuseIf(parent.isEphemeral(), ZnodeError.NO_CHILDREN_FOR_EPHEMERALS);
		this.changes.put(path, Optional.of(node));
		this.changes.put(parentPath, Optional.of(parent.withChild(NodePath.nameOf(path), this.mark.zxid())));
		this.events.add(new TreeEvent(TreeEvent.Kind.CREATED, path, node.acl()));
		this.events.add(new TreeEvent(TreeEvent.Kind.CHILDREN_CHANGED, parentPath, parent.acl()));
	}

	/**
	 * Write nodes, and make them and their parents if they are missing, without asking
	 * for permission.
	 */
	void putAll(Map<String, byte[]> contents) {
		contents.forEach((path, data) -> {
			try {
				put(path, data);
			}
			catch (RefusedException ex) {
				throw new IllegalArgumentException("'%s' can't be made: %s".formatted(path, ex.error()), ex);
			}
		});
	}

	private void put(String path, byte[] data) {
		Optional<Znode> there = find(path);
		if (there.isPresent()) {
			replace(path, there.get(), data);
		}
		else {
			makeParent(NodePath.parentOf(path));
			var create = new Change.Create(path, data, NodeKind.PERSISTENT);
			add(path, Znode.of(create, Ids.OPEN_ACL_UNSAFE, this.mark, 0));
		}
	}

	private void makeParent(String path) {
		if (find(path).isEmpty()) {
			put(path, new byte[0]);
		}
	}

	NodeStat setAcl(String path, List<ACL> acl, int aclVersion) {
		var effective = Permissions.effective(acl, this.author.identities());
		Znode node = require(path);
		this.permissions.require(Perms.ADMIN, path, node, this.author.identities());
		refuseIf(aclVersion != Change.ANY_VERSION && aclVersion != node.stat().aclVersion(), ZnodeError.BAD_VERSION);
		Znode changed = node.withAcl(effective);
		this.changes.put(path, Optional.of(changed));
		return changed.stat();
	}

	private static String digits(int sequence) {
		return String.format(Locale.ENGLISH, "%010d", sequence);
	}

	void delete(String path, int version) {
		refuseIf(Tree.OWN_NODES.contains(path), ZnodeError.BAD_ARGUMENTS);
		String parentPath = NodePath.parentOf(path);
		this.permissions.require(Perms.DELETE, parentPath, require(parentPath), this.author.identities());
		Znode node = require(path);
		requireVersion(node, version);
		refuseIf(!node.children().isEmpty(), ZnodeError.NOT_EMPTY);
		remove(path);
	}

	/**
	 * Delete a node without asking for permission, as the server itself does.
	 */
	void remove(String path) {
		String parentPath = NodePath.parentOf(path);
		Znode parent = require(parentPath).withoutChild(NodePath.nameOf(path), this.mark.zxid());
		this.events.add(new TreeEvent(TreeEvent.Kind.DELETED, path, require(path).acl()));
		this.events.add(new TreeEvent(TreeEvent.Kind.CHILDREN_CHANGED, parentPath, parent.acl()));
		this.changes.put(path, Optional.empty());
		this.changes.put(parentPath, Optional.of(parent));
	}

	void removeIfThere(String path) {
		if (find(path).isPresent()) {
			remove(path);
		}
	}

	/**
	 * Remove what is an empty container, if it still is one.
	 */
	void reap(String path) {
		if (find(path).filter(Znode::isEmptyContainer).isPresent()) {
			remove(path);
		}
	}

	void setSequenceIfThere(String path, int sequence) {
		find(path).ifPresent((node) -> this.changes.put(path, Optional.of(node.withSequence(sequence))));
	}

	void openSession(long session, Duration timeout) {
		this.sessions.put(session, Optional.of(timeout));
	}

	void closeSession(long session) {
		this.before.ownedBy(session).forEach(this::remove);
		this.sessions.put(session, Optional.empty());
	}

	private NodeStat setData(Change.SetData set) {
		Znode node = require(set.path());
		this.permissions.require(Perms.WRITE, set.path(), node, this.author.identities());
		requireVersion(node, set.version());
		return replace(set.path(), node, set.data());
	}

	private NodeStat replace(String path, Znode node, byte[] data) {
		Znode changed = node.withData(data, this.mark);
		this.changes.put(path, Optional.of(changed));
		this.events.add(new TreeEvent(TreeEvent.Kind.DATA_CHANGED, path, node.acl()));
		return changed.stat();
	}

	private void check(String path, int version) {
		Znode node = require(path);
		this.permissions.require(Perms.READ, path, node, this.author.identities());
		requireVersion(node, version);
	}

	private Optional<Znode> find(String path) {
		return this.changes.getOrDefault(path, this.before.find(path));
	}

	private Znode require(String path) {
		return find(path).orElseThrow(() -> new RefusedException(ZnodeError.NO_NODE));
	}

	private static void requireVersion(Znode node, int version) {
		refuseIf(version != Change.ANY_VERSION && version != node.stat().version(), ZnodeError.BAD_VERSION);
	}

	private static void refuseIf(boolean refused, ZnodeError error) {
		if (refused) {
			throw new RefusedException(error);
		}
	}

	/**
	 * Return what has come of it.
	 */
	Transaction finish(Transaction.@Nullable Receipt receipt) {
		return new Transaction(this.mark.zxid(), this.changes, this.sessions, this.events, receipt);
	}

	/**
	 * Who makes changes.
	 *
	 * @param session the session, 0 for the servers themselves
	 * @param identities who the client has said it is
	 */
	record Author(long session, Set<Id> identities) {

		static final Author THE_SERVERS = new Author(0, Set.of());

	}

}
