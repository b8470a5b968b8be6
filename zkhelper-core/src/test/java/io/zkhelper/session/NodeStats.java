package io.zkhelper.session;

import java.time.Instant;

/**
 * Stats of nodes for tests.
 */
public final class NodeStats {

	private NodeStats() {
	}

	/**
	 * Return the stat of a node without children, of which only this matters.
	 */
	public static NodeStat of(long czxid, long mzxid, int version, long ephemeralOwner) {
		return new NodeStat(czxid, mzxid, czxid, version, 0, 0, Instant.EPOCH, Instant.EPOCH, ephemeralOwner, 0, 0);
	}

}
