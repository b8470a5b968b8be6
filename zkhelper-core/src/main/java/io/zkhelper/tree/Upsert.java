package io.zkhelper.tree;

import java.util.Optional;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.ZkNodes;
import io.zkhelper.session.ZnodeError;

/**
 * Creates a node or writes the one that exists, whichever works.
 */
final class Upsert {

	private final ZkNodes nodes;

	private final Creation creation;

	private final CreateOptions options;

	Upsert(ZkNodes nodes, Creation creation, CreateOptions options) {
		this.nodes = nodes;
		this.creation = creation;
		this.options = options;
	}

	WrittenNode write(String path, byte[] data, Attempts attempts) throws InterruptedException {
		Optional<WrittenNode> written = Optional.empty();
		while (written.isEmpty()) {
			attempts.begin(path);
			written = created(path, data);
			if (written.isEmpty()) {
				written = updated(path, data);
			}
		}
		return written.get();
	}

	private Optional<WrittenNode> created(String path, byte[] data) throws InterruptedException {
		return this.creation.createIfAbsent(this.options.node(path, data), this.options.parents())
			.map((made) -> new WrittenNode(made.path(), true, made.stat()));
	}

	private Optional<WrittenNode> updated(String path, byte[] data) throws InterruptedException {
		Optional<NodeStat> stat = Requests.write(this.nodes.setData(path, data, Change.ANY_VERSION),
				ZnodeError.NO_NODE);
		if (stat.isPresent() && this.options.aclOnUpdate()) {
			stat = Requests.write(this.nodes.setAcl(path, this.options.acl(), Change.ANY_VERSION), ZnodeError.NO_NODE);
		}
		return stat.map((after) -> new WrittenNode(path, false, after));
	}

}
