package io.zkhelper.cache;

import java.util.List;

import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeStat;

/**
 * What was read of a node.
 *
 * @param exists whether there is one
 * @param data its data, if they were asked for
 * @param stat its stat
 * @param children its children, sorted, if they were asked for
 */
@SuppressWarnings("ArrayRecordComponent")
record Content(boolean exists, byte[] data, NodeStat stat, List<String> children) {

	private static final byte[] NO_DATA = new byte[0];

	static final Content ABSENT = new Content(false, NO_DATA, NodeStat.NONE, List.of());

	static Content of(NodeData node) {
		return new Content(true, node.data(), node.stat(), List.of());
	}

	static Content of(List<String> children, NodeStat stat) {
		return new Content(true, NO_DATA, stat, children.stream().sorted().toList());
	}

}
