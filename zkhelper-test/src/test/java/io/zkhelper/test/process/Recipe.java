package io.zkhelper.test.process;

import java.io.PrintStream;
import java.time.Duration;

import io.zkhelper.election.Participant;
import io.zkhelper.session.LeaseRules;
import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;

/**
 * What processes contend for.
 */
enum Recipe {

	/** Leadership, with a delay after a leader that went without a word. */
	ELECTION {

		@Override
		Duration takeoverDelay(Timing timing) {
			LeaseRules rules = new LeaseRules(timing, timing.sessionTimeout());
			return rules.takeoverDelay(rules.defaultLease());
		}

		@Override
		Part join(ZkClient client, Settings settings, Participant who, PrintStream output) {
			return ElectionPart.of(client, settings, who, output);
		}

	},

	/** A lock, which everybody wants to have for ever. */
	LOCK {

		@Override
		Duration takeoverDelay(Timing timing) {
			return Duration.ZERO;
		}

		@Override
		Part join(ZkClient client, Settings settings, Participant who, PrintStream output) {
			return LockPart.of(client, settings, who, output);
		}

	};

	abstract Duration takeoverDelay(Timing timing);

	/**
	 * Contend, and go on until the part is closed.
	 */
	abstract Part join(ZkClient client, Settings settings, Participant who, PrintStream output);

}
