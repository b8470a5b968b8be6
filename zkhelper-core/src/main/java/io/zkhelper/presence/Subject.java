package io.zkhelper.presence;

import java.time.Duration;
import java.util.function.Consumer;

import io.zkhelper.session.Engine;
import io.zkhelper.session.Session;

/**
 * What one presence is about.
 *
 * @param engine the engine of its client
 * @param spec what its user wants
 * @param standing how it stands
 * @param content what the node is to contain
 * @param memory what is known from earlier sessions
 * @param failed takes why it gives up
 */
record Subject(Engine engine, PresenceSpec spec, Standing standing, Content content, Memory memory,
		Consumer<String> failed) {

	/**
	 * Return the path as the servers see it.
	 */
	String path() {
		return this.engine.options().chroot() + this.spec.path();
	}

	/**
	 * Return whether the node is of the first level, where the parent is no directory of
	 * its own.
	 */
	boolean isOnTop() {
		return this.spec.path().lastIndexOf('/') == 0;
	}

	/**
	 * Return how long somebody else's node can outlive its owner, if that has asked for
	 * the same timeout: servers look for expired sessions once in a tick, and may be late
	 * themselves.
	 */
	Duration limit(Session session) {
		return this.spec.limit()
			.orElseGet(() -> session.rules().timeout().plus(this.engine.options().timing().tickTime().multipliedBy(2)));
	}

	Duration undoDelay() {
		return this.spec.recreateDelay().pick(this.engine.loop().newIdentity().hashCode());
	}

}
