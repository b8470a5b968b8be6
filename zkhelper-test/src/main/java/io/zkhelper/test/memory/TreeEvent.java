package io.zkhelper.test.memory;

import java.util.List;

import org.apache.zookeeper.data.ACL;

/**
 * What happened to a node, for those who watch.
 *
 * @param kind what happened
 * @param path the node
 * @param acl who must be able to read it to be told
 */
record TreeEvent(Kind kind, String path, List<ACL> acl) {

	/** Kinds of events, as the server sends them. */
	enum Kind {

		CREATED, DATA_CHANGED, CHILDREN_CHANGED, DELETED

	}

}
