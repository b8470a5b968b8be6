package io.zkhelper.test.election;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import io.zkhelper.claim.Safety;
import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Participant;
import io.zkhelper.session.SessionState;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.test.memory.InMemoryZooKeeper;
import io.zkhelper.test.time.VirtualLoop;
import io.zkhelper.test.time.VirtualTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Elections of participants that are connected to followers, which know less than the
 * leader of the ensemble.
 */
class FollowerTests {

	private static final String CANDIDATES = "/zkhelper/elections/reports/candidates";

	private static final Timing TIMING = new Timing(Duration.ofSeconds(2), Duration.ofMillis(200),
			Duration.ofMillis(50), 1e-3);

	private final VirtualTime time = new VirtualTime();

	private final List<Player> players = new ArrayList<>();

	// A follower goes on serving for longer than a session lives
	private final InMemoryZooKeeper servers = InMemoryZooKeeper.builder(this.time.newLoop("server-0"))
		.addServer(this.time.newLoop("server-1"))
		.addServer(this.time.newLoop("server-2"))
		.tickTime(TIMING.tickTime())
		.latency(Duration.ofMillis(1), Duration.ofMillis(3))
		.reconnectDelay(Duration.ofMillis(1), Duration.ofMillis(5))
		.serverLatency(Duration.ofMillis(1), Duration.ofMillis(3))
		.diskLatency(Duration.ofMillis(50), Duration.ofMillis(150))
		.silentTicks(30)
		.start();

	FollowerTests() {
		this.time.observe((now) -> assertThat(leaders()).as("leaders at %s", now).hasSizeLessThan(2));
	}

	static IntStream millis() {
		return IntStream.range(0, 40).map((index) -> index * 5);
	}

	@ParameterizedTest(name = "H2: {0} ms after it has begun to queue, a participant moves to another server")
	@MethodSource("millis")
	void aNodeThatIsOnItsWayToTheFollowersIsFound(int millis) {
		Player first = player("a", Safety.STRICT);
		first.member().election().start();
		await("a leads", first::seesItselfLeading);
		Player second = player("b", Safety.STRICT);
		second.member().election().start();
		this.time.runFor(Duration.ofMillis(millis));
		second.link().moveTo((second.link().server().orElseThrow() + 1) % 3);
		this.time.runFor(Duration.ofSeconds(2));
		assertThat(this.servers.children(CANDIDATES)).hasSize(2);
		first.member().election().stop();
		await("b leads", second::seesItselfLeading);
	}

	@ParameterizedTest(
			name = "{0}: a follower that is cut off from the quorum, and goes on answering reads, renews no lease")
	@EnumSource
	void aFollowerAloneRenewsNoLease(Safety safety) {
		Player first = player("a", safety);
		Player second = player("b", safety);
		int leader = this.servers.servers().leader().orElseThrow();
		int follower = (leader + 1) % 3;
		first.link().moveTo(follower);
		first.member().election().start();
		await("a leads", first::seesItselfLeading);
		second.link().moveTo(leader);
		second.member().election().start();
		this.time.runFor(Duration.ofSeconds(1));
		IntStream.of(leader, (leader + 2) % 3).forEach((other) -> {
			this.servers.servers().cut(other, follower);
			this.servers.servers().cut(follower, other);
		});
		await("a leads no longer", () -> !first.seesItselfLeading());
		assertThat(first.link().server()).as("the server of a").hasValue(follower);
		await("somebody leads", () -> !leaders().isEmpty());
	}

	private Player player(String id, Safety safety) {
		VirtualLoop loop = this.time.newLoop(id);
		ZkClient client = ZkClient
			.connect(ZkClientOptions.of("simulated").withTiming(TIMING).withListenerExecutor(loop), this.servers, loop);
		LeaderElection election = LeaderElection.builder(client, "reports")
			.participant(new Participant(id, "host", 1, "", Map.of(), Instant.EPOCH))
			.options(ElectionOptions.DEFAULT.withSafety(safety))
			.build();
		Player player = new Player(loop, this.servers.link(loop), new Member(client, election));
		this.players.add(player);
		await("a connection", () -> client.state() == SessionState.CONNECTED);
		return player;
	}

	private List<Player> leaders() {
		return this.players.stream().filter(Player::seesItselfLeading).toList();
	}

	private void await(String what, BooleanSupplier holds) {
		assertThat(this.time.runUntil(holds, Duration.ofSeconds(10))).as("%s; %s", what, this.servers.dump()).isTrue();
	}

}
