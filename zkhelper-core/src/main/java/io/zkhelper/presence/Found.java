package io.zkhelper.presence;

import java.util.Collection;

import io.zkhelper.session.NodeStat;
import io.zkhelper.session.Session;

/**
 * What is where the own node should be.
 */
enum Found {

	/** There is no node. */
	NOTHING,

	/** The own one. */
	OWN,

	/** The own one of a session that is over for this client, but not for the servers. */
	FORMER,

	/** Somebody else's. */
	ANOTHER,

	/** One that stays until it is deleted, so that nobody's end ends it. */
	PERSISTENT;

	static Found of(NodeStat stat, Session session, Collection<Session> former) {
		if (session.owns(stat)) {
			return OWN;
		}
		if (!stat.isEphemeral()) {
			return PERSISTENT;
		}
		return former.stream().anyMatch((earlier) -> earlier.owns(stat)) ? FORMER : ANOTHER;
	}

}
