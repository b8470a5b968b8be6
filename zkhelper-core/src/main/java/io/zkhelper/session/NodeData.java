package io.zkhelper.session;

/**
 * A node that was read.
 *
 * @param path where it is
 * @param data its content, never to be changed
 * @param stat what the server keeps about it
 * @since 1.0.0
 */
@SuppressWarnings("ArrayRecordComponent")
public record NodeData(String path, byte[] data, NodeStat stat) {
}
