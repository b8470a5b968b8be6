package io.zkhelper.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;

import io.zkhelper.session.NodeAcl;
import io.zkhelper.session.NodeException;
import io.zkhelper.session.Promise;
import io.zkhelper.session.ZkAcls;
import io.zkhelper.session.ZkNodes;
import io.zkhelper.session.ZnodeError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nodes that may not get children for a while, and the access control lists that they are
 * to get back.
 */
final class FrozenNodes {

	private static final Logger logger = LoggerFactory.getLogger(FrozenNodes.class);

	// With the pauses between them seven seconds, in which a client has found another
	// server
	private static final int MAX_THAWS = 40;

	private final ZkNodes nodes;

	private final Map<String, NodeAcl> before = new LinkedHashMap<>();

	FrozenNodes(ZkNodes nodes) {
		this.nodes = nodes;
	}

	/**
	 * Take the permission to create children from everybody. Does nothing if there is no
	 * such node, if nobody has the permission, or if somebody has changed the list at the
	 * same time.
	 */
	void freeze(String path) throws InterruptedException {
		if (this.before.containsKey(path)) {
			return;
		}
		Optional<NodeAcl> acl = Requests.read(this.nodes.acl(path)).filter((read) -> ZkAcls.isDirectory(read.acl()));
		if (acl.isPresent()) {
			freeze(acl.get());
		}
	}

	private void freeze(NodeAcl acl) throws InterruptedException {
		// Noted first, since the answer may be lost
		this.before.put(acl.path(), acl);
		try {
			Requests.write(this.nodes.setAcl(acl.path(), ZkAcls.withoutCreate(acl.acl()), acl.stat().aclVersion()));
		}
		catch (NodeException ex) {
			onRefused(acl.path(), ex);
		}
	}

	private void onRefused(String path, NodeException ex) {
		if (!ex.error().isOutcomeUnknown()) {
			this.before.remove(path);
		}
		if (!isOvertaken(ex.error())) {
			throw ex;
		}
	}

	private static boolean isOvertaken(ZnodeError error) {
		return error == ZnodeError.NO_NODE || error == ZnodeError.BAD_VERSION;
	}

	/**
	 * Give back the lists, except where somebody has set others meanwhile. An interrupt
	 * does not keep it from that.
	 */
	void thaw() {
		boolean interrupted = Thread.interrupted();
		for (NodeAcl acl : this.before.values()) {
			int thaws = 1;
			while (!thaw(acl, thaws++)) {
				interrupted |= isInterruptedInPause(thaws);
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Try to give back a list. This may be tried again, since it is given only if the
	 * list is the one that was set by freezing.
	 * @return whether it need not be tried again
	 */
	private boolean thaw(NodeAcl acl, int thaws) {
		try {
			this.nodes.setAcl(acl.path(), acl.acl(), acl.stat().aclVersion() + 1).toCompletableFuture().join();
			return true;
		}
		catch (CompletionException ex) {
			ZnodeError error = (Promise.causeOf(ex) instanceof NodeException refused) ? refused.error()
					: ZnodeError.OTHER;
			return isOver(acl, error, thaws);
		}
	}

	private static boolean isOver(NodeAcl acl, ZnodeError error, int thaws) {
		if (isOvertaken(error)) {
			return true;
		}
		if (error.isOutcomeUnknown() && thaws < MAX_THAWS) {
			return false;
		}
		logger.warn(
				"The permission to create children of '{}', taken away while its subtree was to be deleted, could not be given back because of {}: set the access control list again",
				acl.path(), error);
		return true;
	}

	private static boolean isInterruptedInPause(int thaws) {
		try {
			Attempts.pause(thaws + 3);
			return false;
		}
		catch (InterruptedException ex) {
			return true;
		}
	}

}
