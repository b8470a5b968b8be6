package io.zkhelper.test.election;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Participant;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.server.EmbeddedEnsemble;
import io.zkhelper.test.world.ValidTerms;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Elections on three servers, some of which are away.
 */
class ElectionEnsembleTests {

	private static final Timing TIMING = new Timing(Duration.ofSeconds(2), Duration.ofMillis(400),
			Duration.ofMillis(100), 1e-3);

	private final EmbeddedEnsemble ensemble = EmbeddedEnsemble.start(TIMING.tickTime());

	// Each knows one server, and the fourth all of them
	private final List<Member> members = IntStream.range(0, 4)
		.mapToObj((index) -> member("p" + index,
				(index < 3) ? this.ensemble.connectString(index) : this.ensemble.connectString()))
		.toList();

	@AfterEach
	void close() {
		this.members.forEach((member) -> member.client().closeAsync());
		this.members.forEach((member) -> member.client().close());
		this.ensemble.close();
	}

	private static Member member(String id, String connectString) {
		ZkClient client = ZkClient.connect(ZkClientOptions.of(connectString).withTiming(TIMING));
		return new Member(client, LeaderElection.builder(client, "reports").participant(Participant.of(id)).build());
	}

	@Test
	@DisplayName("TB-01 TestLeaderLatchCluster: when the leader's server is killed, another leads, and no two")
	void theServerOfTheLeaderIsKilled() {
		this.members.subList(0, 3).forEach((member) -> member.election().start());
		Member first = awaitLeader();
		int server = this.members.indexOf(first);
		this.ensemble.stop(server);
		await("the first leads no more", () -> !leaders().contains(first));
		assertThat(awaitLeader()).isNotSameAs(first);
		this.ensemble.start(server);
		await("the first is back",
				() -> leaders().size() < 2 && first.ids().size() == 3 && !first.election().view().stale());
	}

	@Test
	@DisplayName("TestLeaderSelectorCluster: who is alone leads on whichever server is restarted, and again after all")
	void serversRestart() {
		Member only = this.members.get(3);
		only.election().start();
		awaitLeader();
		IntStream.range(0, this.ensemble.size()).forEach((server) -> {
			this.ensemble.stop(server);
			awaitLeader();
			this.ensemble.start(server);
			this.ensemble.awaitServing();
		});
		IntStream.range(0, this.ensemble.size()).forEach(this.ensemble::stop);
		await("nobody leads", () -> leaders().isEmpty());
		long before = only.events().stream().filter((event) -> event.startsWith("granted")).count();
		IntStream.range(0, this.ensemble.size()).forEach(this.ensemble::start);
		awaitLeader();
		assertThat(only.term()).as("a term of its own").isGreaterThan(before);
	}

	private Member awaitLeader() {
		await("somebody leads", () -> !leaders().isEmpty());
		return leaders().get(0);
	}

	private List<Member> leaders() {
		assertThat(ValidTerms.of(this.members.stream().map(Member::election))).hasSizeLessThan(2);
		return this.members.stream().filter(Member::leads).toList();
	}

	private static void await(String what, Callable<Boolean> holds) {
		Awaitility.await().alias(what).atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(5)).until(holds);
	}

}
