package io.zkhelper.test.process;

import java.io.PrintStream;
import java.time.Duration;

import io.zkhelper.election.Participant;
import io.zkhelper.session.Timing;

/**
 * What runs while a process leads. A kind of its own, so that campaigns stay comparable
 * with those before it.
 */
enum TaskRecipe implements Recipe {

	/** A task that works until it is interrupted. */
	TASK;

	@Override
	public Duration takeoverDelay(Timing timing) {
		return OwnRecipe.ELECTION.takeoverDelay(timing);
	}

	@Override
	public Part join(Settings settings, Participant who, PrintStream output) {
		return TaskPart.of(settings, who, output);
	}

}
