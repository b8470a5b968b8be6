package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;

import io.zkhelper.session.Timing;
import io.zkhelper.test.process.ensemble.ServerEnsemble;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An ensemble of three servers that are restarted one after the other, the one that leads
 * them last, under an election and a lock with default times. Every other restart is a
 * kill.
 */
final class RestartScene implements Scene {

	private static final Duration AWAY = Duration.ofSeconds(1);

	private static final Duration CALM = Duration.ofSeconds(2);

	private final ServerEnsemble ensemble;

	private final List<Contest> contests;

	private final Queue<Integer> round = new ArrayDeque<>();

	private int restartsOfLeader;

	RestartScene(Path parent) {
		Path directory = Directories.createIn(parent);
		this.ensemble = ServerEnsemble.start(directory, Timing.DEFAULT.tickTime(), 5);
		this.contests = Stream.of(OwnRecipe.ELECTION, OwnRecipe.LOCK)
			.map((recipe) -> Settings.of(this.ensemble.connectString(), recipe, Timing.DEFAULT))
			.map((settings) -> Contest.start(directory, this.ensemble, settings))
			.toList();
	}

	@Override
	public Outcome suffer(int number) {
		this.contests.forEach(Contest::awaitLeader);
		int before = changes();
		int server = next();
		boolean leading = this.ensemble.leader() == server;
		this.ensemble.end(server, (number % 2 == 0) ? "TERM" : "KILL");
		Cluster.pass(AWAY);
		this.ensemble.start(server);
		this.ensemble.awaitServing();
		long back = System.nanoTime();
		this.restartsOfLeader += leading ? 1 : 0;
		Cluster.pass(CALM);
		this.contests.forEach(Contest::awaitLeader);
		return new Outcome((leading ? "leading" : "following") + " server restarted", "ELECTION, LOCK",
				(changes() > before) ? Outcome.Succession.ANOTHER : Outcome.Succession.NONE, leaderlessFrom(back),
				List.of());
	}

	private int next() {
		if (this.round.isEmpty()) {
			this.round.addAll(List.of(this.ensemble.follower(0), this.ensemble.follower(1), this.ensemble.leader()));
		}
		return this.round.remove();
	}

	private int changes() {
		return this.contests.stream().mapToInt(Contest::changes).max().orElseThrow();
	}

	private Duration leaderlessFrom(long instant) {
		return this.contests.stream()
			.map((contest) -> contest.cluster().leaderlessFrom(instant))
			.max(Duration::compareTo)
			.orElseThrow();
	}

	@Override
	public void finish() {
		System.out.printf("Rolling restarts: the leading server was restarted %d times, leadership changed %d times%n",
				this.restartsOfLeader, changes());
		assertThat(changes()).isLessThanOrEqualTo(this.restartsOfLeader);
		this.contests.forEach((contest) -> contest.cluster().finish());
	}

	@Override
	public List<Timeline> timelines() {
		return this.contests.stream().map((contest) -> contest.cluster().timeline()).toList();
	}

	@Override
	public void close() {
		this.contests.forEach(Contest::close);
		this.ensemble.close();
	}

}
