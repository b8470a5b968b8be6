package io.zkhelper.test.process;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills, ends and freezes leaders and holders of locks, as often as
 * {@code -Dzkhelper.process.faults} says of each kind, with short times. One in four
 * scenes each has an election with strict safety, one with standard safety, a lock, and a
 * strict lock.
 */
class FaultProcessTests {

	@TempDir
	private Path directory;

	@Test
	void nobodyLeadsBesideAnotherWhenLeadersAreKilledFrozenAndEnded() {
		Recipe[] recipes = OwnRecipe.values();
		Campaign.onDemand("Leaders killed, frozen and ended")
			.ofKinds(ProcessFault.values().length)
			.run((i) -> new ProcessScene(this.directory, recipes[i % recipes.length]));
	}

}
