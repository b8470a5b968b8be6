package io.zkhelper.session;

/**
 * What a server keeps about a node beside its data.
 *
 * @param czxid the transaction that created the node
 * @param mzxid the transaction that last changed its data
 * @param version how often the data was changed
 * @param ephemeralOwner the session that owns the node, 0 if it is not ephemeral
 * @since 1.0.0
 */
public record NodeStat(long czxid, long mzxid, int version, long ephemeralOwner) {

	// The owner is a session id, which must never reach a log (guarantees, rule H17)
	@Override
	public String toString() {
		return "NodeStat[czxid=%x, mzxid=%x, version=%d]".formatted(this.czxid, this.mzxid, this.version);
	}

}
