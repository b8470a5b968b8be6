package io.zkhelper.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.apache.zookeeper.data.ACL;

/**
 * The port through which all requests go: one handle, hence one session, of an
 * {@link Ensemble}.
 * <p>
 * No method blocks. Every request is answered exactly once, also after
 * {@link #close(Runnable)}, and on the event loop that the handle was opened with.
 * Requests of one handle are applied and answered in the order in which they were sent.
 * Paths are full paths. Whoever sends a request while the handle is not connected may get
 * {@link ZnodeError#CONNECTION_LOSS} at once or later.
 *
 * @since 1.0.0
 */
public interface Znodes {

	/**
	 * Create a node.
	 * @param create the node to create
	 * @param answer takes the created node: its final path, its stat and the data that
	 * was sent
	 */
	void create(Change.Create create, Consumer<Answer<NodeData>> answer);

	/**
	 * Delete a node.
	 * @param path the node
	 * @param version the version to delete, or {@link Change#ANY_VERSION}
	 * @param answer takes the path
	 */
	void delete(String path, int version, Consumer<Answer<String>> answer);

	/**
	 * Read a node.
	 * @param path the node
	 * @param answer takes what was read; {@link ZnodeError#NO_NODE} if there is none
	 */
	void read(String path, Consumer<Answer<NodeData>> answer);

	/**
	 * Look whether there is a node. Servers since 3.9.5 want the permission to read a
	 * node that is there; earlier ones want none.
	 * @param path the node
	 * @param answer takes the stat, empty if there is no node
	 */
	void exists(String path, Consumer<Answer<Optional<NodeStat>>> answer);

	/**
	 * Read who may do what with a node.
	 * @param path the node
	 * @param answer takes the access control list
	 */
	void readAcl(String path, Consumer<Answer<NodeAcl>> answer);

	/**
	 * Say who may do what with a node.
	 * @param path the node
	 * @param acl the access control list
	 * @param aclVersion the version of the list to replace, or
	 * {@link Change#ANY_VERSION}; not that of the data
	 * @param answer takes the stat after it
	 */
	void setAcl(String path, List<ACL> acl, int aclVersion, Consumer<Answer<NodeStat>> answer);

	/**
	 * List the names of a node's children, in no particular order.
	 * @param path the node
	 * @param answer takes the names
	 */
	void list(String path, Consumer<Answer<List<String>>> answer);

	/**
	 * Read a node and be told once when it changes or goes. Nothing is watched unless the
	 * answer is a value. A watch outlives a short disconnect; once given up it fires no
	 * more. Whether it fires for what the end of the own session does is not said.
	 * @param path the node
	 * @param fired takes what the node has met with, on the event loop and at most once
	 * @param answer takes what was read
	 * @return gives the watch up
	 */
	Cancellable watch(String path, Consumer<WatchEvent> fired, Consumer<Answer<NodeData>> answer);

	/**
	 * Look whether there is a node, and be told once when it comes, changes or goes.
	 * Otherwise as {@link #watch}, except that a node that is not there is watched too.
	 * @param path the node
	 * @param fired takes what the node has met with, on the event loop and at most once
	 * @param answer takes the stat, empty if there is no node
	 * @return gives the watch up
	 */
	Cancellable watchExistence(String path, Consumer<WatchEvent> fired, Consumer<Answer<Optional<NodeStat>>> answer);

	/**
	 * List the names of a node's children and be told once when one comes or goes.
	 * Otherwise as {@link #watch}.
	 * @param path the node
	 * @param fired called on the event loop, at most once
	 * @param answer takes the names
	 * @return gives the watch up
	 */
	Cancellable watchChildren(String path, Runnable fired, Consumer<Answer<List<String>>> answer);

	/**
	 * Wait until the server that this handle is connected to has seen everything that was
	 * committed before.
	 * @param path a node below which the caller will read
	 * @param answer takes the path
	 */
	void sync(String path, Consumer<Answer<String>> answer);

	/**
	 * Apply all changes or none, as one transaction of the quorum.
	 * @param changes the operations, in order
	 * @param answer takes one element for each operation: a stat that carries the
	 * transaction for {@link Change.SetData}, otherwise a stat of zeros
	 */
	void multi(List<? extends Change> changes, Consumer<Answer<List<NodeStat>>> answer);

	/**
	 * End the session, which removes its ephemeral nodes. May be called at any time, and
	 * again.
	 * @param closed called when the server has confirmed, or when that can't be expected
	 * any more
	 */
	void close(Runnable closed);

	/**
	 * Let go of the servers without ending the session, which goes on for its timeout.
	 * Nothing is sent any more, and what the listener is still told of means nothing. May
	 * be called at any time, but not after {@link #close(Runnable)}.
	 * @param left takes the password of the session, a secret, when the connection is
	 * given up
	 */
	void leave(Consumer<byte[]> left);

}
