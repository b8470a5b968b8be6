package io.zkhelper.test.process;

import java.time.Duration;

import io.zkhelper.session.LeaseRules;
import io.zkhelper.session.Timing;

/**
 * For how long a process is frozen: the times at which something changes. The longest
 * first, for campaigns too short for all.
 */
enum FreezeLength {

	/** The session has expired, on both sides. */
	TWO_TIMEOUTS {

		@Override
		Duration in(Timing timing) {
			return timing.sessionTimeout().multipliedBy(2);
		}

	},

	/** The session expires. */
	TIMEOUT {

		@Override
		Duration in(Timing timing) {
			return timing.sessionTimeout();
		}

	},

	/** The client gives the session up by itself. */
	FOUR_THIRDS {

		@Override
		Duration in(Timing timing) {
			return timing.sessionTimeout().multipliedBy(4).dividedBy(3);
		}

	},

	/** The client gives the connection up. */
	TWO_THIRDS {

		@Override
		Duration in(Timing timing) {
			return timing.sessionTimeout().multipliedBy(2).dividedBy(3);
		}

	},

	/** The lease ends. */
	LEASE {

		@Override
		Duration in(Timing timing) {
			return rules(timing).defaultLease();
		}

	},

	/** A heartbeat is late. */
	HEARTBEAT {

		@Override
		Duration in(Timing timing) {
			LeaseRules rules = rules(timing);
			return rules.heartbeatPeriod(rules.defaultLease());
		}

	};

	abstract Duration in(Timing timing);

	static FreezeLength of(int number) {
		return values()[number % values().length];
	}

	private static LeaseRules rules(Timing timing) {
		return new LeaseRules(timing, timing.sessionTimeout());
	}

}
