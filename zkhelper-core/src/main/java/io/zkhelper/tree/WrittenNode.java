package io.zkhelper.tree;

import io.zkhelper.session.NodeStat;

/**
 * A node that was created, or existed and was written.
 *
 * @param path where it is, with the digits of a sequential node
 * @param created whether it was created
 * @param stat what the server keeps about it
 * @since 1.0.0
 */
public record WrittenNode(String path, boolean created, NodeStat stat) {
}
