package io.zkhelper.session;

/**
 * How long a node lives and how it is named.
 *
 * @since 1.0.0
 */
public enum NodeKind {

	/** Lives until it is deleted. */
	PERSISTENT(false, false),

	/** Lives until it is deleted; the server appends ten digits to its name. */
	PERSISTENT_SEQUENTIAL(false, true),

	/** Lives as long as the session that created it. */
	EPHEMERAL(true, false),

	/** As {@link #EPHEMERAL}; the server appends ten digits to its name. */
	EPHEMERAL_SEQUENTIAL(true, true),

	/** Is removed by the server some time after its last child has gone. */
	CONTAINER(false, false);

	private final boolean ephemeral;

	private final boolean sequential;

	NodeKind(boolean ephemeral, boolean sequential) {
		this.ephemeral = ephemeral;
		this.sequential = sequential;
	}

	/**
	 * Return whether the node goes with its session.
	 * @return {@code true} if it does
	 */
	public boolean isEphemeral() {
		return this.ephemeral;
	}

	/**
	 * Return whether the server completes the name.
	 * @return {@code true} if it does
	 */
	public boolean isSequential() {
		return this.sequential;
	}

}
