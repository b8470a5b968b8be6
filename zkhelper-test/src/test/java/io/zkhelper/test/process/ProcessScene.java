package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.zkhelper.session.LeaseRules;

/**
 * One server and two processes, of which the one that leads is killed, ended or frozen.
 */
final class ProcessScene implements Scene {

	private final Settings settings;

	private final ServerProcess server;

	private final Cluster cluster;

	private final Ephemerals ephemerals;

	ProcessScene(Path parent, Recipe recipe) {
		Path directory = Directories.createIn(parent);
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
		Outcome outcome = ProcessFault.inflictNext(this, number);
		this.cluster.alive().forEach(ParticipantProcess::awaitStarted);
		this.ephemerals.await(this.settings.name(), 2, this.settings.patience());
		return outcome;
	}

	Outcome kill() {
		ParticipantProcess victim = this.cluster.awaitLeader();
		long killed = victim.kill();
		return replaced("killed", victim, killed);
	}

	Outcome end() {
		ParticipantProcess victim = this.cluster.awaitLeader();
		long told = victim.terminate();
		this.cluster.awaitClosed(victim);
		return replaced("told to end", victim, told);
	}

	private Outcome replaced(String kind, ParticipantProcess victim, long instant) {
		this.cluster.replace(victim);
		this.cluster.awaitLeaderBeside(victim, this.settings.patience());
		return outcome(kind, true, this.cluster.successionAfter(instant, victim), List.of());
	}

	Outcome freeze(FreezeLength length) {
		ParticipantProcess victim = this.cluster.awaitLeader();
		long frozen = victim.freeze();
		Cluster.pass(length.in(this.settings.timing()));
		boolean another = this.cluster.leaders().stream().anyMatch((leader) -> leader != victim);
		long thawed = victim.thaw();
		victim.awaitLookSince(thawed);
		this.cluster.awaitLeader();
		Cluster.pass(Duration.ofMillis(300));
		return outcome("frozen " + length, another, this.cluster.leaderlessFrom(thawed), stale(victim, frozen, thawed));
	}

	/**
	 * Whoever thaws after its lease has ended is over with that term.
	 */
	private List<Run> stale(ParticipantProcess victim, long frozen, long thawed) {
		LeaseRules rules = new LeaseRules(this.settings.timing(), this.settings.timing().sessionTimeout());
		long over = frozen + rules.defaultLease().toNanos();
		return (thawed > over) ? this.cluster.timeline().stale(victim.name(), frozen, over) : List.of();
	}

	private Outcome outcome(String kind, boolean another, Duration leaderless, List<Run> stale) {
		return new Outcome(kind, this.settings.recipe().name(),
				another ? Outcome.Succession.ANOTHER : Outcome.Succession.NONE, leaderless, stale);
	}

	@Override
	public void finish() {
		this.cluster.finish();
		this.ephemerals.await(this.settings.name(), 0, this.settings.patience());
	}

	@Override
	public List<Timeline> timelines() {
		return List.of(this.cluster.timeline());
	}

	@Override
	public void close() {
		this.cluster.close();
		this.server.close();
	}

}
