package io.zkhelper.election;

/**
 * What can put an end to a campaign, or to an election that fails fast.
 *
 * @since 1.0.0
 */
public enum ElectionTrouble {

	/** The connection was lost; ends only what fails fast. */
	DISCONNECTED("the connection was lost"),

	/** The session expired, and the participant's node with it. */
	SESSION_EXPIRED("the session expired"),

	/** The servers refused the credentials. */
	AUTH_FAILED("the servers refused the credentials"),

	/** No heartbeat was acknowledged in time; ends only what fails fast. */
	LEASE_LAPSED("no heartbeat was acknowledged in time"),

	/**
	 * Somebody else has deleted the participant's node; ends only what fails fast.
	 */
	NODE_DELETED("somebody else deleted the node of this participant"),

	/** The servers refused something that a person has to correct, see the log. */
	REFUSED("the servers refused a request, which the log names"),

	/** The election was stopped or closed, or its client was closed. */
	STOPPED("it was stopped");

	private final String description;

	ElectionTrouble(String description) {
		this.description = description;
	}

	/**
	 * Return the trouble in words.
	 * @return a clause that fits after "because"
	 */
	public String description() {
		return this.description;
	}

}
