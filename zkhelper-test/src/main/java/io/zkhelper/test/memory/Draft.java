package io.zkhelper.test.memory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.ZnodeError;
import org.apache.zookeeper.ZooDefs.Perms;
import org.apache.zookeeper.data.Id;

/**
 * A transaction in the making: changes that nobody sees before they are committed. Each
 * method refuses by a {@link RefusedException}, after which the draft is of no more use.
 */
final class Draft {

	private static final NodeStat NO_STAT = new NodeStat(0, 0, 0, 0);

	private final Tree tree;

	private final Permissions permissions;

	private final Set<Id> identities;

	private final long session;

	private final long zxid;

	private final Map<String, Optional<Znode>> changes = new LinkedHashMap<>();

	private final List<TreeEvent> events = new ArrayList<>();

	Draft(Tree tree, Permissions permissions, ServerSession session, long zxid) {
		this.tree = tree;
		this.permissions = permissions;
		this.identities = session.identities();
		this.session = session.id();
		this.zxid = zxid;
	}

	NodeStat apply(Change change) {
		if (change instanceof Change.Check check) {
			check(check.path(), check.version());
			return NO_STAT;
		}
		if (change instanceof Change.SetData set) {
			return setData(set);
		}
		if (change instanceof Change.Delete delete) {
			delete(delete.path(), delete.version());
			return NO_STAT;
		}
		create((Change.Create) change);
		return NO_STAT;
	}

	NodeData create(Change.Create create) {
		var acl = Permissions.effective(create.acl(), this.identities);
		String parentPath = NodePath.parentOf(create.path());
		Znode parent = require(parentPath);
		this.permissions.require(Perms.CREATE, parentPath, parent, this.identities);
		String path = create.kind().isSequential() ? create.path() + digits(parent.sequence()) : create.path();
		refuseIf(find(path).isPresent(), ZnodeError.NODE_EXISTS);
		refuseIf(parent.isEphemeral(), ZnodeError.NO_CHILDREN_FOR_EPHEMERALS);
		Znode node = Znode.of(create, acl, this.zxid, this.session);
		this.changes.put(path, Optional.of(node));
		this.changes.put(parentPath, Optional.of(parent.withChild(NodePath.nameOf(path), this.zxid)));
		this.events.add(new TreeEvent(TreeEvent.Kind.CHILDREN_CHANGED, parentPath));
		return new NodeData(path, create.data(), node.stat());
	}

	private static String digits(int sequence) {
		return String.format(Locale.ENGLISH, "%010d", sequence);
	}

	void delete(String path, int version) {
		refuseIf(Tree.OWN_NODES.contains(path), ZnodeError.BAD_ARGUMENTS);
		String parentPath = NodePath.parentOf(path);
		this.permissions.require(Perms.DELETE, parentPath, require(parentPath), this.identities);
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
		Znode parent = require(parentPath).withoutChild(NodePath.nameOf(path), this.zxid);
		this.changes.put(path, Optional.empty());
		this.changes.put(parentPath, Optional.of(parent));
		this.events.add(new TreeEvent(TreeEvent.Kind.DELETED, path));
		this.events.add(new TreeEvent(TreeEvent.Kind.CHILDREN_CHANGED, parentPath));
	}

	private NodeStat setData(Change.SetData set) {
		Znode node = require(set.path());
		this.permissions.require(Perms.WRITE, set.path(), node, this.identities);
		requireVersion(node, set.version());
		Znode changed = node.withData(set.data(), this.zxid);
		this.changes.put(set.path(), Optional.of(changed));
		this.events.add(new TreeEvent(TreeEvent.Kind.DATA_CHANGED, set.path()));
		return changed.stat();
	}

	private void check(String path, int version) {
		Znode node = require(path);
		this.permissions.require(Perms.READ, path, node, this.identities);
		requireVersion(node, version);
	}

	private Optional<Znode> find(String path) {
		return this.changes.getOrDefault(path, this.tree.find(path));
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
	 * Let everybody see the changes.
	 * @return what to tell those who watch, in order
	 */
	List<TreeEvent> commit() {
		this.tree.apply(this.changes);
		return this.events;
	}

}
