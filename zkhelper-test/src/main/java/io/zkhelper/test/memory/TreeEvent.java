package io.zkhelper.test.memory;

/**
 * What happened to a node, for those who watch.
 *
 * @param kind what happened
 * @param path the node
 */
record TreeEvent(Kind kind, String path) {

	/** Kinds of events, as the server sends them. */
	enum Kind {

		CREATED, DATA_CHANGED, CHILDREN_CHANGED, DELETED

	}

}
