package io.zkhelper.test.election;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

import io.zkhelper.election.ElectionOptions;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.ZkClient;
import io.zkhelper.test.world.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of an election when sessions end and servers are away.
 */
abstract class ElectionOutageContract {

	private static final Duration A_WHILE = Duration.ofMillis(300);

	private final Electorate electorate;

	private final World world;

	ElectionOutageContract(World world) {
		this.electorate = new Electorate(world);
		this.world = world;
	}

	@AfterEach
	void close() {
		this.electorate.close();
	}

	@Test
	@DisplayName("TestLeaderLatch: of ten in one session that is lost with the servers, one leads when they are back")
	void tenOfOneSession() {
		ZkClient client = this.world.connect();
		List<SessionState> states = new CopyOnWriteArrayList<>();
		client.addListener((previous, current) -> states.add(current));
		List<Member> members = ofOneClient(client, 10);
		this.electorate.awaitLeader(members.get(0));
		this.world.stopServers();
		this.world.await("the session is given up",
				() -> this.electorate.leaders().size() < 2 && states.contains(SessionState.EXPIRED));
		this.world.during(A_WHILE, "nobody leads", () -> this.electorate.leaders().isEmpty());
		this.world.startServers();
		this.electorate.awaitAnyLeader();
		this.world.await("all are back",
				() -> this.electorate.leaders().size() < 2 && this.electorate.contenders().size() == 10);
	}

	private List<Member> ofOneClient(ZkClient client, int number) {
		return this.electorate.join(IntStream.range(0, number)
			.mapToObj((index) -> this.electorate.enter("p" + index, client, ElectionOptions.DEFAULT))
			.toList());
	}

	@Test
	@DisplayName("TestLeaderLatch: a leader whose session is ended is told once, and does not lead beside its successor")
	void noBrainSplit() {
		List<Member> members = this.electorate.join(this.electorate.enter(2));
		Member first = members.get(0);
		this.electorate.awaitLeader(first);
		this.electorate.expireFirst();
		this.electorate.awaitLeader(members.get(1));
		this.world.await("it is told", () -> first.events().size() == 2);
		this.electorate.awaitContenders(2);
		this.world.during(A_WHILE, "it is told no more",
				() -> this.electorate.leaders().size() < 2 && first.events().size() == 2);
		assertThat(String.join(",", first.events())).matches("granted 1,revoked 1 \\w+");
	}

	@Test
	@DisplayName("TestLeaderSelector: of two in one session that is ended one leads, and the other when that stops")
	void sessionEndsThenStop() {
		ofOneClient(this.world.connect(), 2);
		Member before = this.electorate.awaitAnyLeader();
		this.electorate.expireFirst();
		this.world.await("the term is over", () -> before.events().size() > 1);
		assertOneFollowsTheOther();
	}

	@Test
	@DisplayName("TestLeaderSelector: of two in one session one leads after an outage, and the other when that stops")
	void serversRestartThenStop() {
		ofOneClient(this.world.connect(), 2);
		this.electorate.awaitAnyLeader();
		this.world.stopServers();
		this.electorate.awaitNobodyLeads();
		this.world.startServers();
		assertOneFollowsTheOther();
	}

	private void assertOneFollowsTheOther() {
		Member leader = this.electorate.awaitAnyLeader();
		this.electorate.awaitContenders(2);
		this.electorate.leave(leader);
		assertThat(this.electorate.awaitAnyLeader()).isNotSameAs(leader);
	}

	@Test
	@DisplayName("TestLeaderLatch: who started before the servers is granted its term once")
	void serversComeLate() {
		this.world.stopServers();
		Member early = this.electorate.enter("a");
		early.election().start();
		this.world.during(A_WHILE, "nobody leads", () -> !early.leads());
		this.world.startServers();
		this.electorate.awaitLeader(early);
		this.world.during(A_WHILE, "told once", () -> String.join(",", early.events())
			.matches("(granted 1)?|granted 1(,revoked \\d+ LEASE_LAPSED|,granted \\d+)+"));
		assertThat(early.events()).startsWith("granted 1").doesNotHaveDuplicates();
	}

	@Test
	@DisplayName("TestLeaderLatch: who stops before it was ever connected has stopped, and never has a node")
	void stopsWithoutServers() {
		this.world.stopServers();
		Member early = this.electorate.enter("a");
		early.election().start();
		this.world.during(A_WHILE, "nobody leads", () -> !early.leads());
		CompletionStage<Void> stopped = early.election().stop();
		this.electorate.awaitDone("the stop", stopped);
		this.world.startServers();
		this.world.await("a connection", () -> early.client().state() == SessionState.CONNECTED);
		this.world.during(A_WHILE, "no node", () -> this.electorate.contenders().isEmpty());
		assertThat(early.events()).isEmpty();
	}

}
