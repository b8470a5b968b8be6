package io.zkhelper.election;

import java.time.Instant;
import java.util.Map;

import io.zkhelper.session.LocalHost;

/**
 * Who takes part in an election.
 *
 * @param id names the participant; unique among those of one election, and another one
 * after each restart
 * @param host the host that it runs on
 * @param pid its process on that host
 * @param address where it can be reached, empty if it said nothing
 * @param attributes anything else that it wants others to know
 * @param started when it joined first
 * @since 1.0.0
 */
public record Participant(String id, String host, long pid, String address, Map<String, String> attributes,
		Instant started) {

	/** How long an id may be. */
	static final int MAX_ID_LENGTH = 200;

	public Participant {
		if (!isId(id)) {
			throw new IllegalArgumentException(
					"The id of a participant must have 1 to %d characters, none of them a control character or one half of a surrogate pair, but was '%s'"
						.formatted(MAX_ID_LENGTH, id));
		}
		attributes = Map.copyOf(attributes);
	}

	/**
	 * Whether a text can be an id: it stands in logs and in JSON.
	 */
	static boolean isId(String text) {
		return !text.isBlank() && text.length() <= MAX_ID_LENGTH
				&& text.codePoints()
					.noneMatch((character) -> Character.isISOControl(character)
							|| Character.getType(character) == Character.SURROGATE);
	}

	/**
	 * Return a participant that describes this process.
	 * @param id names the participant
	 * @return the participant
	 */
	public static Participant of(String id) {
		return new Participant(id, LocalHost.name(), ProcessHandle.current().pid(), "", Map.of(), Instant.now());
	}

	/**
	 * Return this participant with an address.
	 * @param address where it can be reached
	 * @return the other participant
	 */
	public Participant withAddress(String address) {
		return new Participant(this.id, this.host, this.pid, address, this.attributes, this.started);
	}

	/**
	 * Return this participant with attributes.
	 * @param attributes anything else that it wants others to know
	 * @return the other participant
	 */
	public Participant withAttributes(Map<String, String> attributes) {
		return new Participant(this.id, this.host, this.pid, this.address, attributes, this.started);
	}

}
