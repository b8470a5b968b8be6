package io.zkhelper.test.process;

import java.nio.file.Path;
import java.util.function.BiFunction;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills, ends and freezes leaders and holders of locks, as often as
 * {@code -Dzkhelper.process.faults} says, with short times. One in four scenes each has
 * elections with strict safety, with standard safety, locks, and strict locks.
 */
class FaultProcessTests {

	@TempDir
	private Path directory;

	@Test
	void nobodyLeadsBesideTheSuccessorOfAKilledProcess() {
		run("Kills", ProcessScene::kill);
	}

	@Test
	void nobodyLeadsBesideTheSuccessorOfAProcessThatEnds() {
		run("Ends", ProcessScene::end);
	}

	@Test
	void nobodyLeadsBesideAnotherWhenAFrozenProcessThaws() {
		run("Freezes", ProcessScene::freeze);
	}

	private void run(String title, BiFunction<ProcessScene, Integer, Outcome> fault) {
		Campaign.onDemand(title)
			.run((i) -> new ProcessScene(this.directory, OwnRecipe.values()[i % OwnRecipe.values().length], fault));
	}

}
