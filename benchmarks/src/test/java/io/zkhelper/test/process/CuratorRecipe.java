package io.zkhelper.test.process;

import java.io.PrintStream;
import java.time.Duration;

import io.zkhelper.election.Participant;
import io.zkhelper.session.Timing;

/**
 * What Curator has to contend for.
 */
enum CuratorRecipe implements Recipe {

	/** A latch that opens for one of its participants. */
	LEADER_LATCH {

		@Override
		public Part join(Settings settings, Participant who, PrintStream output) {
			return LatchPart.of(settings, who);
		}

	};

	@Override
	public Duration takeoverDelay(Timing timing) {
		return Duration.ZERO;
	}

}
