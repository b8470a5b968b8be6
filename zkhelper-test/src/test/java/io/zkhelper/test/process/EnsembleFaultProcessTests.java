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
	void nobodyLeadsBesideAnotherWhenServersAreCutOffAndFrozenAndClientsAreParted() {
		Campaign.ofAtLeast("Servers cut off and frozen, clients parted", 1, EnsembleFault.values().length)
			.run(this::scene);
	}

	@Test
	void leadershipChangesNoMoreOftenThanTheLeadingServerIsRestarted() {
		// Three make a round, and the leading server comes last
		Campaign.onDemand("Server restarted").inOneScene().run((i) -> new RestartScene(this.directory));
	}

	private Scene scene(int number) {
		int syncLimit = (number % 4 < 2) ? 14 : 5;
		return (number % 2 == 0)
				? new EnsembleScene(this.directory, syncLimit, OwnRecipe.STANDARD_ELECTION, OwnRecipe.LOCK)
				: new EnsembleScene(this.directory, syncLimit, OwnRecipe.ELECTION, OwnRecipe.STRICT_LOCK);
	}

}
