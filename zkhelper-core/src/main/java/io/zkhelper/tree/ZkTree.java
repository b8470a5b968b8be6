package io.zkhelper.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.ZkNodes;
import io.zkhelper.session.ZnodeError;

/**
 * Many nodes at a time, and single nodes with more than one request.
 * <p>
 * Methods wait for the servers on the thread of the caller, and end with an
 * {@link InterruptedException} if it is interrupted; a request that was sent by then may
 * be applied all the same. They must not be called by a thread that the client needs for
 * its answers, as the only one of an executor for listeners. A request that the servers
 * refuse ends a method with a {@link NodeException}; where connection or session were
 * lost before the answer to a write came, with an {@link OutcomeUnknownException}.
 * Nothing of that is tried again. What is, with pauses and not for ever, is what others
 * have spoilt by being faster; then a {@link TreeChangedException} is the end. What is no
 * path, or too deep a one, is refused by an {@link IllegalArgumentException} before any
 * request.
 * <p>
 * Not promised: that several nodes are read at one moment, or are changed at once, except
 * by {@link #transaction(TreeWork)}.
 * <p>
 * Safe for use by many threads.
 *
 * @since 1.0.0
 */
public final class ZkTree {

	private final ZkNodes nodes;

	private final TreeOptions options;

	private final Creation creation;

	private ZkTree(ZkNodes nodes, TreeOptions options) {
		this.nodes = nodes;
		this.options = options;
		this.creation = new Creation(nodes, options.attempts());
	}

	/**
	 * Return the tree of nodes.
	 * @param nodes the way to single nodes, {@link io.zkhelper.session.ZkClient#nodes()}
	 * for example
	 * @return the tree
	 */
	public static ZkTree on(ZkNodes nodes) {
		return on(nodes, TreeOptions.DEFAULT);
	}

	/**
	 * Return the tree of nodes.
	 * @param nodes the way to single nodes
	 * @param options what holds for everything that is done with it
	 * @return the tree
	 */
	public static ZkTree on(ZkNodes nodes, TreeOptions options) {
		return new ZkTree(nodes, options);
	}

	/**
	 * Create a persistent node, and those that are missing above it.
	 * @param path the node
	 * @param data its data
	 * @return the node
	 * @throws InterruptedException if the thread was interrupted
	 * @see #create(String, byte[], CreateOptions)
	 */
	public NodeData create(String path, byte[] data) throws InterruptedException {
		return create(path, data, CreateOptions.DEFAULT);
	}

	/**
	 * Create a node, and those that are missing above it, which are empty and live until
	 * they are deleted, or empty again if they are containers. If the node can't be
	 * created, they stay.
	 * @param path the node, without the digits that the server appends to a sequential
	 * one
	 * @param data its data
	 * @param options how it is made
	 * @return the node with its final path; fails with {@link ZnodeError#NODE_EXISTS} if
	 * there is one
	 * @throws MissingChrootException if the path that the connect string ends with does
	 * not exist
	 * @throws InterruptedException if the thread was interrupted
	 */
	public NodeData create(String path, byte[] data, CreateOptions options) throws InterruptedException {
		this.options.requireWritable(path, options.kind().isSequential());
		return this.creation.create(options.node(path, data), options.parents());
	}

	/**
	 * Create a persistent node, or replace the data of the one that exists.
	 * @param path the node
	 * @param data its data
	 * @return the node
	 * @throws InterruptedException if the thread was interrupted
	 * @see #createOrUpdate(String, byte[], CreateOptions)
	 */
	public WrittenNode createOrUpdate(String path, byte[] data) throws InterruptedException {
		return createOrUpdate(path, data, CreateOptions.DEFAULT);
	}

	/**
	 * Create a node with those that are missing above it, or replace the data of the one
	 * that exists, whatever its version. That one keeps its kind: the stat says whether
	 * it is ephemeral.
	 * @param path the node
	 * @param data its data
	 * @param options how it is made
	 * @return the node, and whether it was created
	 * @throws InterruptedException if the thread was interrupted
	 */
	public WrittenNode createOrUpdate(String path, byte[] data, CreateOptions options) throws InterruptedException {
		this.options.requireWritable(path, options.kind().isSequential());
		return new Upsert(this.nodes, this.creation, options).write(path, data, attempts("Writing"));
	}

	/**
	 * Look whether there is a node.
	 * @param path the node
	 * @return its stat, empty if there is none
	 * @throws InterruptedException if the thread was interrupted
	 */
	public Optional<NodeStat> exists(String path) throws InterruptedException {
		return Requests.await(this.nodes.exists(path));
	}

	/**
	 * List everything below a node: first its children, sorted, then theirs in the same
	 * order, and so on, so that parents come before their children. At most 64 requests
	 * are under way at a time. What comes or goes meanwhile may be in the list or not.
	 * @param path the node
	 * @return the paths; fails with {@link ZnodeError#NO_NODE} if there is no such node
	 * @throws InterruptedException if the thread was interrupted
	 */
	public List<String> listDescendants(String path) throws InterruptedException {
		return List.copyOf(new Descendants(this.nodes).of(path));
	}

	/**
	 * Delete a node and everything below it.
	 * @param path the node, not directly below the root
	 * @throws InterruptedException if the thread was interrupted
	 * @see #deleteRecursive(String, DeleteOptions)
	 */
	public void deleteRecursive(String path) throws InterruptedException {
		deleteRecursive(path, DeleteOptions.DEFAULT);
	}

	/**
	 * Delete a node and everything below it, the leaves first, in transactions of at most
	 * 128 KiB. If others create nodes meanwhile, it is listed again. That there is no
	 * such node is a success. If it fails in the middle, what is deleted stays deleted,
	 * and calling again goes on.
	 * @param path the node
	 * @param options how it is deleted. If a version is demanded, the top node has to
	 * have it in each of the transactions, so nothing is deleted if it never had, and
	 * {@link ZnodeError#BAD_VERSION} is the end
	 * @throws IllegalArgumentException if the path is the root, or directly below it and
	 * the options don't allow that
	 * @throws TreeChangedException if others created or deleted nodes each time
	 * @throws InterruptedException if the thread was interrupted
	 */
	public void deleteRecursive(String path, DeleteOptions options) throws InterruptedException {
		this.options.requireWritable(path, false);
		options.require(path);
		new Deletion(this.nodes, path, options).run(attempts("Deleting"));
	}

	/**
	 * Change a node, which is made as a persistent one if it is absent.
	 * @param path the node
	 * @param change decides what is to become of it
	 * @return what was done
	 * @throws InterruptedException if the thread was interrupted
	 * @see #update(String, Function, CreateOptions)
	 */
	public UpdateResult update(String path, Function<Optional<NodeData>, Edit> change) throws InterruptedException {
		return update(path, change, CreateOptions.DEFAULT);
	}

	/**
	 * Read a node, let somebody decide what is to become of it, and do it if nobody was
	 * faster; otherwise begin anew. Nothing is written if the data would stay the same.
	 * Not for nodes that many change all the time.
	 * <p>
	 * Whether somebody was faster is seen from the version, which begins at 0 again for a
	 * node that was deleted and created: this must not happen to a node whose changes
	 * must not be missed.
	 * @param path the node
	 * @param change decides what is to become of it, from the node or its absence; called
	 * once for each attempt; what it throws is thrown, and nothing is written
	 * @param options how the node is made if it is absent
	 * @return what was done
	 * @throws IllegalArgumentException if the options are for a sequential node
	 * @throws TreeChangedException if others were faster each time
	 * @throws InterruptedException if the thread was interrupted
	 */
	public UpdateResult update(String path, Function<Optional<NodeData>, Edit> change, CreateOptions options)
			throws InterruptedException {
		if (options.kind().isSequential()) {
			throw new IllegalArgumentException(
					"The kind of '%s' must not be %s: a sequential node is always another one".formatted(path,
							options.kind()));
		}
		this.options.requireWritable(path, false);
		return new NodeUpdater(this.nodes, this.creation, options).update(path, change, attempts("Updating"));
	}

	/**
	 * Read and write several nodes as one transaction: what the work writes is applied at
	 * once if everything that it has read, in its last version, is still the same, and
	 * otherwise the work is done again. If it throws, nothing is written.
	 * <p>
	 * The work may see nodes of different moments, and then its changes are not applied.
	 * That a node is absent is made sure of only if the transaction creates it, and the
	 * children of a node can't be read. For nodes that are deleted and created again,
	 * {@link #update(String, Function, CreateOptions)} says what is not seen.
	 * @param <T> the type of the result
	 * @param work reads and writes
	 * @return the result of the work
	 * @throws IllegalArgumentException if the changes are over a million bytes
	 * @throws TreeChangedException if others were faster each time
	 * @throws InterruptedException if the thread was interrupted
	 */
	public <T> T transaction(TreeWork<T> work) throws InterruptedException {
		Attempts attempts = attempts("A transaction");
		String spoilt = "/";
		while (true) {
			attempts.begin(spoilt);
			TreeTransaction transaction = new TreeTransaction(this.nodes, this.options);
			T result = work.run(transaction);
			Optional<String> conflict = transaction.commit();
			if (conflict.isEmpty()) {
				return result;
			}
			spoilt = conflict.get();
		}
	}

	private Attempts attempts(String what) {
		return new Attempts(this.options.attempts(), what);
	}

}
