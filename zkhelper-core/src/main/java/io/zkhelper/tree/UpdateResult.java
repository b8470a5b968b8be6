package io.zkhelper.tree;

import java.util.Optional;

import io.zkhelper.session.NodeData;

/**
 * How an update ended.
 *
 * @param outcome what was done
 * @param node the node after it, empty if there is none
 * @param attempts how often the node was read, which is once more each time that somebody
 * else was faster
 * @since 1.0.0
 */
public record UpdateResult(Outcome outcome, Optional<NodeData> node, int attempts) {

	/**
	 * What was done.
	 */
	public enum Outcome {

		/** Nothing was written. */
		KEPT,

		/** The node was created. */
		CREATED,

		/** The data were replaced. */
		REPLACED,

		/** The node was deleted. */
		DELETED

	}

}
