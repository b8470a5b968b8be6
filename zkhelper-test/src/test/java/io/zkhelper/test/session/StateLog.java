package io.zkhelper.test.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zkhelper.session.SessionListener;
import io.zkhelper.session.SessionState;

/**
 * Writes down the states of a connection, each after checking that it follows the last.
 */
final class StateLog implements SessionListener {

	private final List<SessionState> states = new CopyOnWriteArrayList<>();

	@Override
	public void onStateChanged(SessionState previous, SessionState current) {
		if (this.states.isEmpty()) {
			this.states.add(current);
		}
		else if (previous != last()) {
			throw new AssertionError("%s after %s, which was not told".formatted(current, previous));
		}
		else {
			this.states.add(current);
		}
	}

	SessionState last() {
		return this.states.get(this.states.size() - 1);
	}

	List<SessionState> states() {
		return this.states;
	}

}
