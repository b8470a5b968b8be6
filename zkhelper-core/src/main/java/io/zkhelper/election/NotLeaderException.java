package io.zkhelper.election;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Something was asked of a participant that only the leader may do.
 *
 * @since 1.0.0
 */
public class NotLeaderException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String election;

	private final transient @Nullable Participant leader;

	/**
	 * Create the exception.
	 * @param election the name of the election
	 * @param leader who leads instead, if anybody
	 */
	public NotLeaderException(String election, Optional<Participant> leader) {
		super("This instance does not lead election '%s': %s".formatted(election,
				leader.map((other) -> "'" + other.id() + "' leads").orElse("nobody leads at the moment")));
		this.election = election;
		this.leader = leader.orElse(null);
	}

	/**
	 * Return the name of the election.
	 * @return the name
	 */
	public String election() {
		return this.election;
	}

	/**
	 * Return who leads instead, as far as this instance knows.
	 * @return the leader, empty if nobody leads
	 */
	public Optional<Participant> leader() {
		return Optional.ofNullable(this.leader);
	}

}
