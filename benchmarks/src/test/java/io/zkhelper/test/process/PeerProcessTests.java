package io.zkhelper.test.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import io.zkhelper.test.process.ensemble.ServerEnsemble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Does the same to leaders of Curator's {@code LeaderLatch} and of zkhelper, and measures
 * for how long two lead: leaders are frozen until another process leads, and the follower
 * to which they are connected is cut off from the ensemble until another process leads.
 * <p>
 * {@code -Dzkhelper.process.faults=10} says how often.
 */
class PeerProcessTests {

	private static final List<Recipe> RECIPES = List.of(CuratorRecipe.LEADER_LATCH, OwnRecipe.STANDARD_ELECTION,
			OwnRecipe.ELECTION);

	/** Longer than the sessions of its clients live. */
	private static final Duration CUT = Duration.ofMillis(7300);

	@TempDir
	private Path directory;

	@Test
	void aFrozenLeaderOfCuratorThawsBesideAnotherAndOursDoesNot() {
		int freezes = Campaign.onDemand("Leaders of Curator and ours frozen").faults();
		try (ServerProcess server = ServerProcess.start(this.directory, Settings.SHORT.tickTime())) {
			compare("freezes", freezes,
					RECIPES.parallelStream()
						.map((recipe) -> Settings.of(server.connectString(), recipe, Settings.SHORT))
						.map((settings) -> freezeLeaders(settings, freezes))
						.toList());
		}
	}

	@Test
	void aLeaderOfCuratorWhoseFollowerIsCutOffLeadsBesideAnotherAndOursDoesNot() {
		int cuts = Campaign.onDemand("Followers of leaders of Curator and ours cut off").faults();
		try (ServerEnsemble ensemble = ServerEnsemble.start(this.directory, Settings.SHORT.tickTime(), 14)) {
			cutOff(ensemble, cuts);
		}
	}

	private void cutOff(ServerEnsemble ensemble, int cuts) {
		List<Contest> contests = new ArrayList<>();
		try {
			RECIPES.stream()
				.map((recipe) -> Settings.of(ensemble.connectString(), recipe, Settings.SHORT))
				.forEach((settings) -> contests.add(Contest.start(this.directory, ensemble, settings)));
			IntStream.range(0, cuts).forEach((i) -> cutOff(ensemble, contests));
			compare("cuts", cuts, contests.stream().map((contest) -> contest.cluster().finish()).toList());
		}
		finally {
			contests.forEach(Contest::close);
		}
	}

	private Timeline freezeLeaders(Settings settings, int freezes) {
		try (Cluster cluster = Cluster.start(this.directory, settings, "a", "b")) {
			IntStream.range(0, freezes).forEach((i) -> freezeLeader(cluster, settings));
			return cluster.finish();
		}
	}

	private static void freezeLeader(Cluster cluster, Settings settings) {
		ParticipantProcess victim = cluster.awaitLeader();
		victim.freeze();
		cluster.awaitLeaderBeside(victim, settings.patience());
		Cluster.pass(Duration.ofMillis(500));
		victim.awaitLookSince(victim.thaw());
		Cluster.pass(Duration.ofSeconds(1));
	}

	private static void cutOff(ServerEnsemble ensemble, List<Contest> contests) {
		int leader = ensemble.leader();
		int follower = ensemble.follower(0);
		contests.forEach((contest) -> contest.place(follower, leader));
		ensemble.cut(follower, leader);
		Cluster.pass(CUT);
		ensemble.heal();
		ensemble.awaitServing();
		contests.forEach(Contest::awaitLeader);
	}

	private static void compare(String what, int count, List<Timeline> timelines) {
		for (int i = 0; i < RECIPES.size(); i++) {
			List<Duration> overlaps = timelines.get(i).overlapLengths();
			System.out.printf("%-18s %4d %s %4d overlaps, longest %5d ms%n", RECIPES.get(i).name(), count, what,
					overlaps.size(), overlaps.stream().mapToLong(Duration::toMillis).max().orElse(0));
		}
		assertThat(timelines.get(0).overlaps()).isNotEmpty();
		assertThat(timelines.get(1).violations()).as(timelines.get(1)::toString).isEmpty();
		assertThat(timelines.get(2).violations()).as(timelines.get(2)::toString).isEmpty();
	}

}
