package io.zkhelper.test.process;

import java.time.Duration;
import java.util.List;

import io.zkhelper.session.LeaseRules;
import io.zkhelper.session.Timing;

/**
 * What a participant's process is started with.
 *
 * @param connectString the servers
 * @param election names the election
 * @param timing the times on which the lease rests
 * @param careless whether to look at a flag that a slow listener sets, instead of asking
 * the election
 */
record Settings(String connectString, String election, Timing timing, boolean careless) {

	/** Times that let tests be short. */
	static final Timing SHORT = new Timing(Duration.ofSeconds(4), Duration.ofMillis(500), Duration.ofMillis(100), 1e-3);

	/** For a machine that is busy with other things. */
	private static final Duration SPARE = Duration.ofSeconds(8);

	static Settings of(String connectString, Timing timing) {
		return new Settings(connectString, "e" + Long.toHexString(System.nanoTime()), timing, false);
	}

	Settings asCareless() {
		return new Settings(this.connectString, this.election, this.timing, true);
	}

	/**
	 * How long it takes at most until somebody leads again, once the last fault is over.
	 */
	Duration takeover() {
		LeaseRules rules = new LeaseRules(this.timing, this.timing.sessionTimeout());
		return this.timing.sessionTimeout()
			.plus(this.timing.tickTime())
			.plus(rules.takeoverDelay(rules.defaultLease()))
			.plusSeconds(2);
	}

	/**
	 * The same with time to spare, to be asserted in tests.
	 */
	Duration patience() {
		return takeover().plus(SPARE);
	}

	List<String> toArguments() {
		return List.of(this.connectString, this.election, millis(this.timing.sessionTimeout()),
				millis(this.timing.tickTime()), millis(this.timing.slack()), Boolean.toString(this.careless));
	}

	private static String millis(Duration duration) {
		return Long.toString(duration.toMillis());
	}

	static Settings parse(List<String> arguments) {
		List<Duration> times = arguments.subList(2, 5)
			.stream()
			.map((millis) -> Duration.ofMillis(Long.parseLong(millis)))
			.toList();
		return new Settings(arguments.get(0), arguments.get(1),
				new Timing(times.get(0), times.get(1), times.get(2), 1e-3), Boolean.parseBoolean(arguments.get(5)));
	}

}
