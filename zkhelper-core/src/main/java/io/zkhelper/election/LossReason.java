package io.zkhelper.election;

/**
 * Why a term ended.
 *
 * @since 1.0.0
 */
public enum LossReason {

	/** The leader resigned and went to the end of the queue. */
	RESIGNED("the leader resigned"),

	/** The leader was paused. */
	PAUSED("the leader was paused"),

	/** The leader's process was stopped in an orderly way. */
	STOPPED("the leader stopped"),

	/** The leader's client has handed its session over to another one. */
	DETACHED("the leader has handed its session over"),

	/** No heartbeat was acknowledged in time: cut off, or frozen for too long. */
	LEASE_LAPSED("no heartbeat was acknowledged in time"),

	/** The session expired. */
	SESSION_EXPIRED("the session expired"),

	/** The leader's node was deleted by somebody else. */
	NODE_DELETED("the leader's node was deleted by somebody else"),

	/** The servers refused the credentials. */
	AUTH_FAILED("the servers refused the credentials"),

	/**
	 * Known to successors only: the leader went without releasing, by a crash for
	 * example.
	 */
	VANISHED("the leader vanished without releasing");

	private final String description;

	LossReason(String description) {
		this.description = description;
	}

	/**
	 * Return the reason in words.
	 * @return a clause that fits after "because"
	 */
	public String description() {
		return this.description;
	}

}
