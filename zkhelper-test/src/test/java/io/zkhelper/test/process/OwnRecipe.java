package io.zkhelper.test.process;

import java.io.PrintStream;
import java.time.Duration;

import io.zkhelper.claim.Safety;
import io.zkhelper.election.ElectionOptions;
import io.zkhelper.election.Participant;
import io.zkhelper.lock.LockOptions;
import io.zkhelper.session.LeaseRules;
import io.zkhelper.session.Timing;

/**
 * What zkhelper has to contend for.
 */
enum OwnRecipe implements Recipe {

	/** Leadership, with a delay after a leader that went without a word. */
	ELECTION(Safety.STRICT) {

		@Override
		public Part join(Settings settings, Participant who, PrintStream output) {
			return ElectionPart.of(settings, who, ElectionOptions.DEFAULT, output);
		}

	},

	/** Leadership that rests on the lease alone. */
	STANDARD_ELECTION(Safety.STANDARD) {

		@Override
		public Part join(Settings settings, Participant who, PrintStream output) {
			return ElectionPart.of(settings, who, ElectionOptions.DEFAULT.withSafety(Safety.STANDARD), output);
		}

	},

	/** A lock, which everybody wants to have for ever. */
	LOCK(Safety.STANDARD) {

		@Override
		public Part join(Settings settings, Participant who, PrintStream output) {
			return LockPart.of(settings, who, LockOptions.DEFAULT, output);
		}

	},

	/** A lock that waits for the lease of a crashed holder. */
	STRICT_LOCK(Safety.STRICT) {

		@Override
		public Part join(Settings settings, Participant who, PrintStream output) {
			return LockPart.of(settings, who, LockOptions.DEFAULT.withSafety(Safety.STRICT), output);
		}

	};

	private final Safety safety;

	OwnRecipe(Safety safety) {
		this.safety = safety;
	}

	@Override
	public Duration takeoverDelay(Timing timing) {
		LeaseRules rules = new LeaseRules(timing, timing.sessionTimeout());
		return (this.safety == Safety.STRICT) ? rules.takeoverDelay(rules.defaultLease()) : Duration.ZERO;
	}

}
