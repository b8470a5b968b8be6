package io.zkhelper.test.election;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.LeaderElection;
import io.zkhelper.election.Participant;
import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.Ensemble;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.Security;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;
import io.zkhelper.session.Znodes;
import io.zkhelper.test.memory.InMemoryZooKeeper;
import io.zkhelper.test.memory.InMemoryZooKeeperBuilder;
import io.zkhelper.test.time.VirtualLoop;
import io.zkhelper.test.time.VirtualTime;
import io.zkhelper.test.world.Unheard;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An election on virtual time in which a test decides what goes wrong and when. That at
 * most one leads is checked at every step.
 */
final class Scene {

	static final String CANDIDATES = "/zkhelper/elections/reports/candidates";

	static final String RECORD = "/zkhelper/elections/reports/leader";

	static final String HISTORY = "/zkhelper/elections/reports/history";

	static final Timing TIMING = new Timing(Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ofMillis(50), 1e-3);

	static final ZkClientOptions CLIENT = ZkClientOptions.of("simulated:2181").withTiming(TIMING);

	private final VirtualTime time = new VirtualTime();

	private final VirtualLoop listeners = this.time.newLoop("listeners");

	private final List<Player> players = new ArrayList<>();

	private final UnaryOperator<InMemoryZooKeeperBuilder> settings;

	private InMemoryZooKeeper server;

	Scene() {
		this(UnaryOperator.identity());
	}

	Scene(UnaryOperator<InMemoryZooKeeperBuilder> settings) {
		this.settings = settings;
		this.server = startServer();
		this.time.observe((now) -> assertThat(leaders()).as("leaders at %s", now).hasSizeLessThan(2));
	}

	private InMemoryZooKeeper startServer() {
		return this.settings
			.apply(InMemoryZooKeeper.builder(this.time.newLoop("server"))
				.tickTime(TIMING.tickTime())
				.latency(Duration.ofMillis(1), Duration.ofMillis(3))
				.reconnectDelay(Duration.ofMillis(100), Duration.ofMillis(300)))
			.start();
	}

	InMemoryZooKeeper server() {
		return this.server;
	}

	/**
	 * Put a server in the place of this one that knows nothing.
	 */
	void wipeServer() {
		this.server.stop();
		this.server = startServer();
	}

	/**
	 * Make a node anew, as somebody else.
	 */
	void replace(String path, Security owner) {
		Znodes stranger = this.server.open(CLIENT.withSecurity(owner), new Unheard(), this.time.newLoop("stranger"));
		List<Answer<?>> answers = new ArrayList<>();
		stranger.delete(path, Change.ANY_VERSION, answers::add);
		stranger.create(new Change.Create(path, new byte[0], NodeKind.PERSISTENT), answers::add);
		await("a new " + path, () -> answers.size() == 2);
		assertThat(answers).allMatch(Answer::isOk);
	}

	VirtualLoop newLoop(String name) {
		return this.time.newLoop(name);
	}

	/**
	 * Make a participant that has not started.
	 */
	Player player(String id) {
		return player(id, CLIENT, ElectionOptions.DEFAULT);
	}

	Player player(String id, ZkClientOptions how, ElectionOptions options) {
		VirtualLoop loop = this.time.newLoop(id);
		Ensemble ensemble = (opened, listener, on) -> this.server.open(opened, listener, on);
		ZkClientOptions complete = how.listenerExecutor().isPresent() ? how : how.withListenerExecutor(this.listeners);
		ZkClient client = ZkClient.connect(complete, ensemble, loop);
		Participant participant = new Participant(id, "host", 1, "", Map.of(), Instant.EPOCH);
		LeaderElection election = LeaderElection.builder(client, "reports")
			.participant(participant)
			.options(options)
			.build();
		Player player = new Player(loop, this.server.link(loop), new Member(client, election));
		this.players.add(player);
		return player;
	}

	/**
	 * Make a participant and wait until it has its place in the queue.
	 */
	Player join(String id) {
		return join(player(id));
	}

	Player join(Player player) {
		int before = contenders();
		player.member().election().start();
		await(player + " is in the queue", () -> contenders() == before + 1);
		return player;
	}

	Player joinAndLead(String id) {
		Player player = join(id);
		awaitLeader(player);
		return player;
	}

	int contenders() {
		return this.server.children(CANDIDATES).size();
	}

	List<Player> leaders() {
		return this.players.stream().filter(Player::seesItselfLeading).toList();
	}

	void awaitLeader(Player player) {
		await(player + " leads", player::seesItselfLeading);
	}

	/**
	 * Wait until as many nodes are left as there are participants that want one, and see
	 * that it stays so.
	 */
	void awaitContenders(int expected) {
		await(expected + " contenders", () -> contenders() == expected);
		during(Duration.ofSeconds(5), expected + " contenders", () -> contenders() == expected);
	}

	void await(String what, BooleanSupplier holds) {
		await(what, Duration.ofSeconds(30), holds);
	}

	void await(String what, Duration atMost, BooleanSupplier holds) {
		assertThat(this.time.runUntil(holds, atMost)).as("%s within %s; %s", what, atMost, this.server.dump()).isTrue();
	}

	void await(String what, CompletionStage<?> stage) {
		List<Object> done = new ArrayList<>();
		stage.thenAccept((ignored) -> done.add(what));
		await(what, () -> !done.isEmpty());
	}

	void during(Duration duration, String what, BooleanSupplier holds) {
		assertThat(this.time.runUntil(() -> !holds.getAsBoolean(), duration)).as("the contrary of: " + what).isFalse();
	}

	void runFor(Duration duration) {
		this.time.runFor(duration);
	}

}
