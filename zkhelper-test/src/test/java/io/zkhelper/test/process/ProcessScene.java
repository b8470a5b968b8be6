package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;

import io.zkhelper.session.LeaseRules;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One server and two processes, of which the one that leads is killed, ended or frozen.
 */
final class ProcessScene implements Scene {

	private final Settings settings;

	private final ServerProcess server;

	private final Cluster cluster;

	private final Ephemerals ephemerals;

	private final BiFunction<ProcessScene, Integer, Outcome> fault;

	ProcessScene(Path parent, Recipe recipe, BiFunction<ProcessScene, Integer, Outcome> fault) {
		Path directory = Directories.createIn(parent);
		this.fault = fault;
		this.server = ServerProcess.start(directory, Settings.SHORT.tickTime());
		this.settings = Settings.of(this.server.connectString(), recipe, Settings.SHORT);
		this.cluster = Cluster.start(directory, this.settings, "a", "b");
		this.ephemerals = new Ephemerals(this.server.connectString());
	}

	@Override
	public Outcome suffer(int number) {
		this.cluster.awaitLeader();
		// Spread over the time between two heartbeats
		Cluster.pass(Duration.ofMillis(number * 37L % 300));
		Outcome outcome = this.fault.apply(this, number);
		this.cluster.alive().forEach(ParticipantProcess::awaitStarted);
		this.ephemerals.await(this.settings.name(), 2, this.settings.patience());
		check();
		return outcome;
	}

	Outcome kill(int number) {
		ParticipantProcess victim = this.cluster.awaitLeader();
		long killed = victim.kill();
		return replaced("killed", victim, killed);
	}

	Outcome end(int number) {
		ParticipantProcess victim = this.cluster.awaitLeader();
		long told = victim.terminate();
		this.cluster.awaitClosed(victim);
		return replaced("told to end", victim, told);
	}

	private Outcome replaced(String kind, ParticipantProcess victim, long instant) {
		this.cluster.replace(victim);
		this.cluster.awaitLeaderBeside(victim, this.settings.patience());
		return outcome(kind, true, this.cluster.successionAfter(instant, victim));
	}

	Outcome freeze(int number) {
		FreezeLength length = FreezeLength.of(number);
		ParticipantProcess victim = this.cluster.awaitLeader();
		long frozen = victim.freeze();
		Cluster.pass(length.in(this.settings.timing()));
		boolean another = this.cluster.leaders().stream().anyMatch((leader) -> leader != victim);
		long thawed = victim.thaw();
		victim.awaitLookSince(thawed);
		this.cluster.awaitLeader();
		Cluster.pass(Duration.ofMillis(300));
		checkStale(victim, frozen, thawed);
		return outcome("frozen " + length, another, this.cluster.leaderlessFrom(thawed));
	}

	/**
	 * Whoever thaws after its lease has ended is over with that term.
	 */
	private void checkStale(ParticipantProcess victim, long frozen, long thawed) {
		LeaseRules rules = new LeaseRules(this.settings.timing(), this.settings.timing().sessionTimeout());
		long over = frozen + rules.defaultLease().toNanos();
		Timeline timeline = this.cluster.timeline();
		assertThat((thawed > over) ? timeline.stale(victim.name(), frozen, over) : List.of()).as(timeline::toString)
			.isEmpty();
	}

	private Outcome outcome(String kind, boolean another, Duration leaderless) {
		return new Outcome(kind, this.settings.recipe().name(),
				another ? Outcome.Succession.ANOTHER : Outcome.Succession.NONE, leaderless);
	}

	private void check() {
		Timeline timeline = this.cluster.timeline();
		assertThat(timeline.violations()).as(timeline::toString).isEmpty();
	}

	@Override
	public void finish() {
		this.cluster.finish();
		check();
		this.ephemerals.await(this.settings.name(), 0, this.settings.patience());
	}

	@Override
	public void close() {
		this.cluster.close();
		this.server.close();
	}

}
