package io.zkhelper.presence;

/**
 * What to do about what was found.
 */
enum Step {

	/** Create the node. */
	CREATE,

	/** Create the node later, since somebody does not want it. */
	CREATE_LATER,

	/** Delete what is there and create the node, in one transaction. */
	REPLACE,

	/** Wait until what is there goes. */
	WAIT,

	/** Give up. */
	FAIL,

	/** All is well. */
	KEEP;

	/**
	 * Decide.
	 * @param found what was found
	 * @param past what the presence has had so far
	 * @param whenTaken what its user wants
	 */
	static Step next(Found found, Past past, WhenTaken whenTaken) {
		return switch (found) {
			case NOTHING -> (past == Past.HERE) ? CREATE_LATER : CREATE;
			case OWN -> KEEP;
			case FORMER -> REPLACE;
			case PERSISTENT -> FAIL;
			case ANOTHER -> switch (whenTaken) {
				case FAIL -> FAIL;
				case WAIT -> WAIT;
				case TAKE_OVER -> (past == Past.NEVER) ? REPLACE : FAIL;
			};
		};
	}

	/**
	 * What a presence has had so far.
	 */
	enum Past {

		/** No node yet. */
		NEVER,

		/** A node, but not in this session, or its absence has been put up with. */
		BEFORE,

		/** A node in this session, which only somebody else can have deleted. */
		HERE

	}

}
