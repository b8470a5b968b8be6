package io.zkhelper.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import org.apache.zookeeper.data.ACL;

/**
 * Single nodes, read and written in whatever session there is.
 * <p>
 * No method blocks. Each stage completes on the executor for listeners, and with a
 * {@link NodeException} when the request was refused: at once with
 * {@link ZnodeError#CONNECTION_LOSS} while there is no connection. Nothing is tried
 * again. Requests are applied in the order in which they were sent, as long as they are
 * of one session. Paths are those of the connect string's chroot; what is not a valid
 * path is refused by an {@link IllegalArgumentException} before anything is sent.
 *
 * @since 1.0.0
 */
public interface ZkNodes {

	/**
	 * Create a node.
	 * @param create the node to create
	 * @return the created node with its final path
	 */
	CompletionStage<NodeData> create(Change.Create create);

	/**
	 * Read a node.
	 * @param path the node
	 * @return what was read; fails with {@link ZnodeError#NO_NODE} if there is none
	 */
	CompletionStage<NodeData> read(String path);

	/**
	 * Look whether there is a node.
	 * @param path the node
	 * @return its stat, empty if there is none
	 */
	CompletionStage<Optional<NodeStat>> exists(String path);

	/**
	 * List the names of a node's children.
	 * @param path the node
	 * @return the names, sorted
	 */
	CompletionStage<List<String>> children(String path);

	/**
	 * Replace the data of a node.
	 * @param path the node
	 * @param data the new content
	 * @param version the version to replace, or {@link Change#ANY_VERSION}
	 * @return the stat after it
	 */
	CompletionStage<NodeStat> setData(String path, byte[] data, int version);

	/**
	 * Delete a node without children.
	 * @param path the node
	 * @param version the version to delete, or {@link Change#ANY_VERSION}
	 * @return completes with the path
	 */
	CompletionStage<String> delete(String path, int version);

	/**
	 * Read who may do what with a node.
	 * @param path the node
	 * @return the access control list
	 */
	CompletionStage<NodeAcl> acl(String path);

	/**
	 * Say who may do what with a node.
	 * @param path the node
	 * @param acl the access control list
	 * @param aclVersion the version of the list to replace, or
	 * {@link Change#ANY_VERSION}; not that of the data
	 * @return the stat after it
	 */
	CompletionStage<NodeStat> setAcl(String path, List<ACL> acl, int aclVersion);

	/**
	 * Apply all changes or none, as one transaction.
	 * @param changes the changes, in order
	 * @return one stat for each; {@link NodeStat#NONE} unless it is a
	 * {@link Change.SetData}
	 */
	CompletionStage<List<NodeStat>> multi(List<? extends Change> changes);

	/**
	 * Wait until the connected server has seen everything that was committed before.
	 * @param path a node below which the caller will read
	 * @return completes with the path
	 */
	CompletionStage<String> sync(String path);

}
