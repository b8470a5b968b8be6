package io.zkhelper.session;

import java.time.Instant;

/**
 * What a server keeps about a node beside its data.
 *
 * @param czxid the transaction that created the node
 * @param mzxid the transaction that last changed its data
 * @param pzxid the transaction that last created or deleted a child
 * @param version how often the data was changed
 * @param childrenVersion how often children were created or deleted
 * @param aclVersion how often the access control list was changed
 * @param created when the node was created, by the clock of the servers' leader
 * @param modified when its data was last changed, by the same clock
 * @param ephemeralOwner the session that owns the node, 0 if it is not ephemeral
 * @param dataLength how many bytes the data have
 * @param childCount how many children there are
 * @since 1.0.0
 */
public record NodeStat(long czxid, long mzxid, long pzxid, int version, int childrenVersion, int aclVersion,
		Instant created, Instant modified, long ephemeralOwner, int dataLength, int childCount) {

	/** Stands for what a server has not said. */
	public static final NodeStat NONE = new NodeStat(0, 0, 0, 0, 0, 0, Instant.EPOCH, Instant.EPOCH, 0, 0, 0);

	/**
	 * Return whether the node goes with the session that created it.
	 * @return {@code true} if it does
	 */
	public boolean isEphemeral() {
		return this.ephemeralOwner != 0;
	}

	// The owner is a session id, which must never reach a log (guarantees, rule H17)
	@Override
	public String toString() {
		return "NodeStat[czxid=%x, mzxid=%x, version=%d]".formatted(this.czxid, this.mzxid, this.version);
	}

}
