package io.zkhelper.presence;

import java.util.ArrayDeque;
import java.util.Deque;

import io.zkhelper.presence.Step.Past;
import io.zkhelper.session.Change;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.Session;

/**
 * What a presence knows beyond the end of a session.
 */
final class Memory {

	private static final int FORMER_SESSIONS = 4;

	private final Deque<Session> former = new ArrayDeque<>();

	private boolean had;

	private int lastVersion = Change.ANY_VERSION;

	/**
	 * Note a node that is there.
	 * @return what it is
	 */
	Found see(NodeStat stat, Session session) {
		this.lastVersion = stat.version();
		Found found = Found.of(stat, session, this.former);
		this.had |= found == Found.OWN;
		return found;
	}

	/**
	 * Return in which version to begin: not in that of the node before. Its owner may be
	 * about to delete it, and must not delete the one that replaces it.
	 */
	int firstVersion() {
		return (this.lastVersion == 0) ? 1 : 0;
	}

	Past past() {
		return this.had ? Past.BEFORE : Past.NEVER;
	}

	void onOver(Session session) {
		this.former.addFirst(session);
		if (this.former.size() > FORMER_SESSIONS) {
			this.former.removeLast();
		}
	}

}
