package io.zkhelper.test.resume;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.ElectionView;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.LeadershipListener;
import io.zkhelper.election.LossReason;
import io.zkhelper.election.Participant;
import io.zkhelper.election.Term;
import io.zkhelper.session.ZkClient;

/**
 * A participant that says something of itself, and what it was told.
 *
 * @param client its client
 * @param election its election
 * @param events what it has become
 * @param leaders what others have said who lead, as it saw them
 */
record Member(ZkClient client, LeaderElection election, List<String> events, List<String> leaders) {

	static Member of(ZkClient client, String id, String value, ElectionOptions options) {
		Participant participant = new Participant(id, "host", 1, "", Map.of("value", value), Instant.EPOCH);
		LeaderElection election = LeaderElection.builder(client, "reports")
			.participant(participant)
			.options(options)
			.build();
		Member member = new Member(client, election, new CopyOnWriteArrayList<>(), new CopyOnWriteArrayList<>());
		election.addListener(member.new Listening());
		election.start();
		return member;
	}

	boolean leads() {
		return this.election.isLeader();
	}

	Leadership leadership() {
		return this.election.leadership().orElseThrow();
	}

	boolean sees(String value) {
		return this.election.leader().filter((leader) -> value.equals(leader.attributes().get("value"))).isPresent();
	}

	boolean hears(String proclaimed) {
		return this.election.view().current().flatMap(Term::value).filter(proclaimed::equals).isPresent();
	}

	List<String> ids() {
		return this.election.view().participants().stream().map(Participant::id).toList();
	}

	private final class Listening implements LeadershipListener {

		@Override
		public void onGranted(Leadership leadership) {
			Member.this.events.add("granted " + leadership.term());
		}

		@Override
		public void onRevoked(Leadership leadership, LossReason reason) {
			Member.this.events.add("revoked " + leadership.term() + " " + reason);
		}

		@Override
		public void onLeaderChanged(ElectionView view) {
			view.leader().ifPresent((leader) -> Member.this.leaders.add(leader.attributes().get("value")));
		}

	}

}
