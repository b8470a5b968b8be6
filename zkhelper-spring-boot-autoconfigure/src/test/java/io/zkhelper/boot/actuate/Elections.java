package io.zkhelper.boot.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.boot.election.LeaderElections;
import io.zkhelper.claim.FencingToken;
import io.zkhelper.election.ElectionState;
import io.zkhelper.election.ElectionView;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.LossReason;
import io.zkhelper.election.Participant;
import io.zkhelper.election.PastTerm;
import io.zkhelper.election.Term;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.SessionView;
import io.zkhelper.session.ZkClient;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Elections and a connection that stand still.
 */
public final class Elections {

	/** When everything here was last read. */
	public static final Instant AS_OF = Instant.parse("2026-11-21T10:05:00.500Z");

	private static final Instant SINCE = Instant.parse("2026-11-21T10:02:11.120456Z");

	private static final Participant SELF = participant("orders-7f9c", "node-a");

	private static final Participant OTHER = participant("orders-81aa", "node-b");

	private Elections() {
	}

	private static Participant participant(String id, String host) {
		return new Participant(id, host, 1, "http://" + host + ":8080", Map.of(), AS_OF);
	}

	public static LeaderElections of(LeaderElection... elections) {
		Map<String, LeaderElection> byName = new HashMap<>();
		for (LeaderElection election : elections) {
			byName.put(election.name(), election);
		}
		LeaderElections all = new LeaderElections("default", byName::get);
		byName.keySet().forEach(all::join);
		return all;
	}

	/** This instance leads, after the other one. */
	public static LeaderElection led(String name) {
		Term term = new Term(7, SELF, new FencingToken(0x100000005L, 0), SINCE);
		PastTerm before = new PastTerm(6, OTHER, SINCE.minusSeconds(60), SINCE, LossReason.VANISHED);
		return election(name, new ElectionView(ElectionState.LEADING, Optional.of(term), List.of(SELF, OTHER),
				List.of(before), AS_OF, false));
	}

	/** Nobody leads, as far as this instance knows. */
	public static LeaderElection leaderless(String name) {
		return election(name,
				new ElectionView(ElectionState.JOINING, Optional.empty(), List.of(), List.of(), AS_OF, true));
	}

	/** This instance gives up leading, which takes longer than anybody waits. */
	public static LeaderElection draining(String name) {
		LeaderElection election = election(name,
				new ElectionView(ElectionState.DRAINING, Optional.empty(), List.of(), List.of(), AS_OF, false));
		given(election.resign()).willReturn(new CompletableFuture<>());
		return election;
	}

	private static LeaderElection election(String name, ElectionView view) {
		LeaderElection election = mock(LeaderElection.class);
		given(election.name()).willReturn(name);
		given(election.participant()).willReturn(SELF);
		given(election.view()).willReturn(view);
		given(election.isLeader()).willReturn(view.state() == ElectionState.LEADING);
		given(election.resign()).willReturn(CompletableFuture.completedFuture(null));
		given(election.pause()).willReturn(CompletableFuture.completedFuture(null));
		given(election.resume()).willReturn(CompletableFuture.completedFuture(null));
		given(election.stop()).willReturn(CompletableFuture.completedFuture(null));
		given(election.addListener(any())).willReturn(() -> {
		});
		return election;
	}

	/** A connection that holds something for another 3.2 seconds. */
	public static ZkClient connected() {
		ZkClient client = mock(ZkClient.class);
		given(client.state()).willReturn(SessionState.CONNECTED);
		given(client.view()).willReturn(new SessionView(SessionState.CONNECTED, AS_OF, Duration.ofSeconds(12),
				Optional.of(Duration.ofNanos(3_200_400_000L))));
		given(client.highestSequence()).willReturn(4711);
		return client;
	}

}
