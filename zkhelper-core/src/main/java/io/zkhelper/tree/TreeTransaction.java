package io.zkhelper.tree;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.zkhelper.session.Change;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.Paths;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.ZkNodes;
import org.jspecify.annotations.Nullable;

/**
 * Nodes as one transaction sees them, see {@link ZkTree#transaction(TreeWork)}. A node is
 * read once; what was written is read back. Only for the thread that does the work, and
 * only until it ends.
 *
 * @since 1.0.0
 */
public final class TreeTransaction {

	private final ZkNodes nodes;

	private final TreeOptions options;

	// In the order of the last edit, which is the order of the changes
	private final Map<String, TouchedNode> touched = new LinkedHashMap<>();

	TreeTransaction(ZkNodes nodes, TreeOptions options) {
		this.nodes = nodes;
		this.options = options;
	}

	/**
	 * Read a node.
	 * @param path the node
	 * @return its data, empty if there is no such node
	 * @throws NodeException if the servers refuse it
	 * @throws InterruptedException if the thread was interrupted
	 */
	public Optional<byte[]> read(String path) throws InterruptedException {
		return touch(path).data();
	}

	/**
	 * Write a node, which is created as a persistent one with the access control list of
	 * the client if it is absent. Its parent has to exist, or to be written before.
	 * @param path the node
	 * @param data the data
	 * @throws IllegalArgumentException if the path must not be written
	 * @throws NodeException if the servers refuse to read it
	 * @throws InterruptedException if the thread was interrupted
	 */
	public void write(String path, byte[] data) throws InterruptedException {
		edit(path, Edit.replace(data));
	}

	/**
	 * Delete a node, which does nothing if it is absent. Its children have to be deleted
	 * before.
	 * @param path the node
	 * @throws IllegalArgumentException if the path must not be written
	 * @throws NodeException if the servers refuse to read it
	 * @throws InterruptedException if the thread was interrupted
	 */
	public void delete(String path) throws InterruptedException {
		edit(path, Edit.delete());
	}

	private void edit(String path, Edit edit) throws InterruptedException {
		this.options.requireWritable(path, false);
		TouchedNode edited = touch(path).with(edit);
		this.touched.remove(path);
		this.touched.put(path, edited);
	}

	private TouchedNode touch(String path) throws InterruptedException {
		Paths.require("path", path);
		@Nullable TouchedNode touched = this.touched.get(path);
		if (touched == null) {
			touched = new TouchedNode(path, Requests.read(this.nodes.read(path)), Edit.keep());
			this.touched.put(path, touched);
		}
		return touched;
	}

	/**
	 * Apply all changes, if nothing that was read is another one now.
	 * @return what another one has spoilt, empty if they were applied
	 */
	Optional<String> commit() throws InterruptedException {
		List<Change> changes = this.touched.values()
			.stream()
			.map(TouchedNode::change)
			.flatMap(Optional::stream)
			.toList();
		if (changes.isEmpty()) {
			return Optional.empty();
		}
		try {
			Requests.write(this.nodes.multi(changes));
			return Optional.empty();
		}
		catch (NodeException ex) {
			if (isConflict(ex.refusal())) {
				return Optional.of(ex.refusal().path());
			}
			throw ex;
		}
	}

	// A node to create whose parent is missing will be missing it the next time as well
	private boolean isConflict(Refusal refusal) {
		boolean wasRead = Optional.ofNullable(this.touched.get(refusal.path())).flatMap(TouchedNode::read).isPresent();
		return switch (refusal.error()) {
			case BAD_VERSION, NODE_EXISTS -> true;
			case NO_NODE -> wasRead;
			default -> false;
		};
	}

}
