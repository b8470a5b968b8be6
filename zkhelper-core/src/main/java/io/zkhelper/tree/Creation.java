package io.zkhelper.tree;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.Paths;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.ZkNodes;
import io.zkhelper.session.ZnodeError;

/**
 * Makes nodes together with those that are missing above them.
 */
final class Creation {

	private static final byte[] EMPTY = new byte[0];

	private final ZkNodes nodes;

	private final int attempts;

	Creation(ZkNodes nodes, int attempts) {
		this.nodes = nodes;
		this.attempts = attempts;
	}

	/**
	 * Make a node.
	 * @param parents how those above it are made
	 * @return the node
	 */
	NodeData create(Change.Create node, Optional<Parents> parents) throws InterruptedException {
		if (parents.isEmpty()) {
			return Requests.write(this.nodes.create(node)).orElseThrow();
		}
		Attempts attempts = new Attempts(this.attempts, "Creating");
		Optional<NodeData> made = make(node);
		while (made.isEmpty()) {
			attempts.begin(node.path());
			makeAbove(node.path(), parents.get());
			made = make(node);
		}
		return made.get();
	}

	/**
	 * Make a node unless there is one.
	 * @return the node, empty if there is one
	 */
	Optional<NodeData> createIfAbsent(Change.Create node, Optional<Parents> parents) throws InterruptedException {
		try {
			return Optional.of(create(node, parents));
		}
		catch (NodeException ex) {
			if (ex.error() == ZnodeError.NODE_EXISTS) {
				return Optional.empty();
			}
			throw ex;
		}
	}

	private Optional<NodeData> make(Change.Create node) throws InterruptedException {
		return Requests.write(this.nodes.create(node), ZnodeError.NO_NODE);
	}

	// From below, since the permission to create may be missing further up, where it is
	// not needed
	private void makeAbove(String path, Parents parents) throws InterruptedException {
		Deque<String> missing = new ArrayDeque<>();
		String level = Paths.parentOf(path);
		while (!isMade(level, parents)) {
			missing.push(level);
			level = Paths.parentOf(level);
		}
		while (!missing.isEmpty() && isMade(missing.peek(), parents)) {
			missing.pop();
		}
	}

	private boolean isMade(String path, Parents parents) throws InterruptedException {
		if (path.equals("/")) {
			throw new MissingChrootException(new NodeException("create", new Refusal(ZnodeError.NO_NODE, path)));
		}
		try {
			return make(new Change.Create(path, EMPTY, parents.kind(), parents.acl())).isPresent();
		}
		catch (NodeException ex) {
			if (ex.error() == ZnodeError.NODE_EXISTS) {
				return true;
			}
			throw ex;
		}
	}

}
