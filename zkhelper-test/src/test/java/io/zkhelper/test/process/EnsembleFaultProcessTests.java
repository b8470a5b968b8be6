package io.zkhelper.test.process;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three servers and their clients in processes of their own, on which faults are
 * inflicted as often as {@code -Dzkhelper.process.faults} says. Scenes differ in what is
 * contended for, and in how long a follower that is cut off goes on: 7 s, which is longer
 * than its clients' sessions, or 2.5 s.
 */
class EnsembleFaultProcessTests {

	@TempDir
	private Path directory;

	@Test
	void nobodyLeadsBesideAnotherWhenItsFollowerIsCutOff() {
		run(Campaign.ofAtLeast("Follower cut off", 1), EnsembleFault.CUT_FOLLOWER);
	}

	@Test
	void nobodyLeadsBesideAnotherWhenTheLeadingServerIsFrozen() {
		run(Campaign.onDemand("Leading server frozen"), EnsembleFault.FREEZE_LEADER);
	}

	@Test
	void nobodyLeadsBesideAnotherWhenKeptFromItsServer() {
		run(Campaign.onDemand("Process kept from its server"), EnsembleFault.PART_FROM_ONE);
	}

	@Test
	void nobodyLeadsBesideAnotherWhenKeptFromAllServers() {
		run(Campaign.onDemand("Process kept from all servers"), EnsembleFault.PART_FROM_ALL);
	}

	@Test
	void leadershipChangesNoMoreOftenThanTheLeadingServerIsRestarted() {
		// Three make a round, and the leading server comes last
		Campaign.onDemand("Server restarted").withEachAtLeast(3).run((i) -> new RestartScene(this.directory));
	}

	private void run(Campaign campaign, EnsembleFault fault) {
		campaign.run((i) -> scene(i, fault));
	}

	private Scene scene(int number, EnsembleFault fault) {
		int syncLimit = (fault == EnsembleFault.FREEZE_LEADER || number % 3 == 2) ? 5 : 14;
		return (number % 2 == 0)
				? new EnsembleScene(this.directory, fault, syncLimit, OwnRecipe.STANDARD_ELECTION, OwnRecipe.LOCK)
				: new EnsembleScene(this.directory, fault, syncLimit, OwnRecipe.ELECTION, OwnRecipe.STRICT_LOCK);
	}

}
