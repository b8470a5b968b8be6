package io.zkhelper.election;

/**
 * A participant takes part in an election no more: its campaign ended before it was won,
 * or the election was to fail fast and met with trouble.
 *
 * @since 1.0.0
 */
public class ElectionEndedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String election;

	private final ElectionTrouble trouble;

	/**
	 * Create the exception.
	 * @param election the name of the election
	 * @param participant the id of the participant
	 * @param trouble what put an end to it
	 */
	public ElectionEndedException(String election, String participant, ElectionTrouble trouble) {
		super("Election '%s' has ended for '%s', because %s".formatted(election, participant, trouble.description()));
		this.election = election;
		this.trouble = trouble;
	}

	/**
	 * Return the name of the election.
	 * @return the name
	 */
	public String election() {
		return this.election;
	}

	/**
	 * Return what put an end to it.
	 * @return the trouble
	 */
	public ElectionTrouble trouble() {
		return this.trouble;
	}

}
