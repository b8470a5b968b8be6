package io.zkhelper.boot.actuate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import io.zkhelper.election.ElectionState;
import io.zkhelper.election.ElectionView;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Participant;
import io.zkhelper.election.Term;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;

/**
 * An election as this instance sees it. What is {@code null} is left out of the JSON:
 * leader, term, token and since while nobody leads.
 *
 * @param leading whether this instance leads
 * @param state where this instance stands
 * @param cell the cell in whose ensemble it is held, {@code null} in the default one
 * @param leader who leads
 * @param term the number of the term under way
 * @param token the token of the term under way
 * @param since when it was granted
 * @param participants who takes part, in the order in which they would lead
 * @param asOf when this was last read from the servers
 * @param stale whether it may be out of date because the connection is away
 * @param history the terms that are over, newest first; {@code null} among others
 */
record ElectionDescriptor(boolean leading, ElectionState state, @Nullable String cell, @Nullable LeaderIdentity leader,
		@Nullable Long term, @Nullable String token, @Nullable Instant since, List<ParticipantDescriptor> participants,
		Instant asOf, boolean stale, @Nullable List<PastTermDescriptor> history) implements OperationResponseBody {

	static ElectionDescriptor withoutHistory(LeaderElection election, @Nullable String cell) {
		return of(election, cell, election.view(), null);
	}

	static ElectionDescriptor withHistory(LeaderElection election, @Nullable String cell) {
		ElectionView view = election.view();
		return of(election, cell, view, view.history().stream().map(PastTermDescriptor::of).toList());
	}

	private static ElectionDescriptor of(LeaderElection election, @Nullable String cell, ElectionView view,
			@Nullable List<PastTermDescriptor> history) {
		String self = election.participant().id();
		Optional<Term> term = view.current();
		return new ElectionDescriptor(election.isLeader(), view.state(), cell,
				view.leader().map((leader) -> LeaderIdentity.of(leader, self)).orElse(null),
				term.map(Term::number).orElse(null), term.map((current) -> current.token().toString()).orElse(null),
				term.map((current) -> current.since().truncatedTo(ChronoUnit.MILLIS)).orElse(null),
				ParticipantDescriptor.listOf(view.participants(), view.leader().map(Participant::id).orElse(""), self),
				view.asOf().truncatedTo(ChronoUnit.MILLIS), view.stale(), history);
	}

	/**
	 * Who leads.
	 *
	 * @param id names the participant
	 * @param host the host that it runs on
	 * @param address where it can be reached, empty if it said nothing
	 * @param self whether it is this instance
	 */
	record LeaderIdentity(String id, String host, String address, boolean self) {

		static LeaderIdentity of(Participant leader, String self) {
			return new LeaderIdentity(leader.id(), leader.host(), leader.address(), leader.id().equals(self));
		}

	}

}
