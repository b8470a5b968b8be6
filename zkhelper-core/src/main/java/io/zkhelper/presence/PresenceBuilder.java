package io.zkhelper.presence;

import java.time.Duration;

import io.zkhelper.claim.Payload;
import io.zkhelper.session.Paths;
import io.zkhelper.session.ZkClient;

/**
 * Describes a presence.
 *
 * @since 1.0.0
 */
public final class PresenceBuilder {

	private final ZkClient client;

	private PresenceSpec spec;

	private byte[] data = new byte[0];

	PresenceBuilder(ZkClient client, String path) {
		Paths.require("path of a presence", path);
		if (path.equals("/")) {
			throw new IllegalArgumentException("The path of a presence must not be '/': choose a node of its own");
		}
		this.client = client;
		this.spec = new PresenceSpec(path);
	}

	/**
	 * Say what the node contains; nothing by default.
	 * @param data the content
	 * @return this builder
	 * @throws IllegalArgumentException if it has over 4096 bytes
	 */
	public PresenceBuilder data(byte[] data) {
		this.data = requireFits(data);
		return this;
	}

	static byte[] requireFits(byte[] data) {
		if (data.length > Payload.MAX_BYTES) {
			throw new IllegalArgumentException("The data of a presence must not be over %d bytes but have %d"
				.formatted(Payload.MAX_BYTES, data.length));
		}
		return data.clone();
	}

	/**
	 * Say what to do about somebody else's node; {@link WhenTaken#WAIT} by default.
	 * @param whenTaken what to do
	 * @return this builder
	 */
	public PresenceBuilder whenTaken(WhenTaken whenTaken) {
		this.spec = this.spec.with(whenTaken);
		return this;
	}

	/**
	 * Wait no longer than this for the end of somebody else's node; by default as long as
	 * a session of this client needs to expire. Counted anew for each node that comes
	 * there, and after each lost connection, as servers count the time of sessions.
	 * @param limit the longest wait
	 * @return this builder
	 * @throws IllegalArgumentException if it is not positive
	 */
	public PresenceBuilder waitAtMost(Duration limit) {
		if (limit.isNegative() || limit.isZero()) {
			throw new IllegalArgumentException("'waitAtMost' must be positive but was %s".formatted(limit));
		}
		this.spec = this.spec.withLimit(limit);
		return this;
	}

	/**
	 * Say how soon to undo what somebody else has done to the node: create it again after
	 * it was deleted, write the data again after they were changed. At random between
	 * both; from 5 to 60 s by default.
	 * @param min the shortest delay
	 * @param max the longest delay
	 * @return this builder
	 * @throws IllegalArgumentException if they are negative or the wrong way round
	 */
	public PresenceBuilder recreateDelay(Duration min, Duration max) {
		this.spec = this.spec.with(new Delay(min, max));
		return this;
	}

	/**
	 * Make the presence, which registers from {@link Presence#start()} on.
	 * @return the presence
	 */
	public Presence build() {
		return new Presence(this.client, this.spec, this.data);
	}

}
