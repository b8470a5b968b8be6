package io.zkhelper.test.election;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.LeadershipListener;
import io.zkhelper.election.LossReason;
import io.zkhelper.election.Participant;
import io.zkhelper.session.ZkClient;

/**
 * A participant, the client it uses, and what it was told.
 */
final class Member {

	private final ZkClient client;

	private final LeaderElection election;

	private final List<String> events;

	Member(ZkClient client, LeaderElection election) {
		this.client = client;
		this.election = election;
		this.events = listen();
	}

	List<String> listen() {
		List<String> told = new CopyOnWriteArrayList<>();
		this.election.addListener(new LeadershipListener() {

			@Override
			public void onGranted(Leadership leadership) {
				told.add("granted " + leadership.term());
			}

			@Override
			public void onRevoked(Leadership leadership, LossReason reason) {
				told.add("revoked " + leadership.term() + " " + reason);
			}

		});
		return told;
	}

	String id() {
		return this.election.participant().id();
	}

	ZkClient client() {
		return this.client;
	}

	LeaderElection election() {
		return this.election;
	}

	List<String> events() {
		return this.events;
	}

	boolean leads() {
		return this.election.isLeader();
	}

	Leadership leadership() {
		return this.election.leadership().orElseThrow();
	}

	long term() {
		return this.election.leadership().map(Leadership::term).orElse(0L);
	}

	List<String> ids() {
		return this.election.view().participants().stream().map(Participant::id).toList();
	}

	boolean sees(String leader) {
		return this.election.leader().filter((participant) -> participant.id().equals(leader)).isPresent();
	}

}
