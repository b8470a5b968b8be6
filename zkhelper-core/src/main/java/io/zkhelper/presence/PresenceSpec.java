package io.zkhelper.presence;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a user wants of a presence.
 *
 * @param path the node, as the user names it
 * @param whenTaken what to do about somebody else's node
 * @param waitAtMost how long to wait for its end, {@code null} for as long as a session
 * needs to expire
 * @param recreateDelay how soon to undo what somebody else has done to the node
 */
record PresenceSpec(String path, WhenTaken whenTaken, @Nullable Duration waitAtMost, Delay recreateDelay) {

	PresenceSpec(String path) {
		this(path, WhenTaken.WAIT, null, new Delay(Duration.ofSeconds(5), Duration.ofSeconds(60)));
	}

	Optional<Duration> limit() {
		return Optional.ofNullable(this.waitAtMost);
	}

	PresenceSpec with(WhenTaken whenTaken) {
		return new PresenceSpec(this.path, whenTaken, this.waitAtMost, this.recreateDelay);
	}

	PresenceSpec withLimit(Duration waitAtMost) {
		return new PresenceSpec(this.path, this.whenTaken, waitAtMost, this.recreateDelay);
	}

	PresenceSpec with(Delay recreateDelay) {
		return new PresenceSpec(this.path, this.whenTaken, this.waitAtMost, recreateDelay);
	}

}
