package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.zkhelper.test.process.ensemble.ServerEnsemble;

/**
 * An ensemble of three servers, on which two contests are held at a time. A fault strikes
 * both.
 */
final class EnsembleScene implements Scene {

	private final ServerEnsemble ensemble;

	private final List<Contest> contests;

	private final Ephemerals ephemerals;

	EnsembleScene(Path parent, int syncLimit, Recipe... recipes) {
		Path directory = Directories.createIn(parent);
		this.ensemble = ServerEnsemble.start(directory, Settings.SHORT.tickTime(), syncLimit);
		this.contests = Stream.of(recipes)
			.map((recipe) -> Settings.of(this.ensemble.connectString(), recipe, Settings.SHORT))
			.map((settings) -> Contest.start(directory, this.ensemble, settings))
			.toList();
		this.ephemerals = new Ephemerals(this.ensemble.connectString());
	}

	@Override
	public Outcome suffer(int count) {
		EnsembleFault[] kinds = EnsembleFault.values();
		return suffer(kinds[count % kinds.length], count / kinds.length);
	}

	private Outcome suffer(EnsembleFault fault, int number) {
		this.contests.forEach(Contest::awaitLeader);
		fault.prepare(this.ensemble, this.contests, number);
		List<Victim> victims = this.contests.stream().map(Victim::of).toList();
		// Spread over the time between two heartbeats
		Cluster.pass(Duration.ofMillis(number * 37L % 300));
		Runnable end = fault.strike(this.ensemble, this.contests, number);
		Outcome.Succession succession = successionWithin(fault.length(number), victims);
		end.run();
		long healed = System.nanoTime();
		this.ensemble.awaitServing();
		this.contests.forEach(Contest::awaitLeader);
		settle(2);
		return new Outcome(fault.name().toLowerCase(Locale.ROOT), recipes(), succession, leaderlessFrom(healed),
				List.of());
	}

	/**
	 * Let time pass, and look whether others take over meanwhile.
	 */
	private static Outcome.Succession successionWithin(Duration length, List<Victim> victims) {
		long start = System.nanoTime();
		Outcome.Succession succession = Outcome.Succession.NONE;
		while (System.nanoTime() - start < length.toNanos()) {
			succession = succession.or(successionOf(victims));
			Cluster.pass(Duration.ofMillis(50));
		}
		return succession;
	}

	private static Outcome.Succession successionOf(List<Victim> victims) {
		if (victims.stream().anyMatch(Victim::isSucceededUnawares)) {
			return Outcome.Succession.UNAWARES;
		}
		return victims.stream().anyMatch(Victim::isSucceeded) ? Outcome.Succession.ANOTHER : Outcome.Succession.NONE;
	}

	private Duration leaderlessFrom(long healed) {
		return this.contests.stream()
			.map((contest) -> contest.cluster().leaderlessFrom(healed))
			.max(Duration::compareTo)
			.orElseThrow();
	}

	private String recipes() {
		return this.contests.stream()
			.map((contest) -> contest.settings().recipe().name())
			.collect(Collectors.joining(", "));
	}

	private void settle(int nodes) {
		this.contests.forEach(
				(contest) -> this.ephemerals.await(contest.settings().name(), nodes, contest.settings().patience()));
	}

	@Override
	public void finish() {
		this.contests.forEach((contest) -> contest.cluster().finish());
		settle(0);
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
