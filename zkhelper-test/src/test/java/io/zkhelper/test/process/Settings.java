package io.zkhelper.test.process;

import java.time.Duration;
import java.util.List;

import io.zkhelper.session.Timing;
import io.zkhelper.session.ZkClient;
import io.zkhelper.session.ZkClientOptions;

/**
 * What a participant's process is started with.
 *
 * @param connectString the servers
 * @param name names the election, or the lock
 * @param recipe what it is
 * @param timing the times on which the lease rests
 * @param careless whether to look at a flag that a slow listener sets, instead of asking
 * the election or the lock; whether to do without the lock where that is the question
 */
record Settings(String connectString, String name, Recipe recipe, Timing timing, boolean careless) {

	/** Times that let tests be short. */
	static final Timing SHORT = new Timing(Duration.ofSeconds(4), Duration.ofMillis(500), Duration.ofMillis(100), 1e-3);

	/** For a machine that is busy with other things. It can be said to be busier. */
	private static final Duration SPARE = Duration.parse(System.getProperty("zkhelper.process.spare", "PT20S"));

	static Settings of(String connectString, Timing timing) {
		return of(connectString, OwnRecipe.ELECTION, timing);
	}

	static Settings of(String connectString, Recipe recipe, Timing timing) {
		return new Settings(connectString, "e" + Long.toHexString(System.nanoTime()), recipe, timing, false);
	}

	Settings at(String otherConnectString) {
		return new Settings(otherConnectString, this.name, this.recipe, this.timing, this.careless);
	}

	Settings asCareless() {
		return new Settings(this.connectString, this.name, this.recipe, this.timing, true);
	}

	ZkClient connect() {
		return ZkClient.connect(ZkClientOptions.of(this.connectString).withTiming(this.timing));
	}

	/**
	 * How long it takes at most until somebody leads again, or has the lock, once the
	 * last fault is over.
	 */
	Duration takeover() {
		return this.timing.sessionTimeout()
			.plus(this.timing.tickTime())
			.plus(this.recipe.takeoverDelay(this.timing))
			.plusSeconds(2);
	}

	/**
	 * The same with time to spare, to be asserted in tests.
	 */
	Duration patience() {
		return takeover().plus(SPARE);
	}

	List<String> toArguments() {
		return List.of(this.connectString, this.name, Recipe.format(this.recipe), millis(this.timing.sessionTimeout()),
				millis(this.timing.tickTime()), millis(this.timing.slack()), Boolean.toString(this.careless));
	}

	private static String millis(Duration duration) {
		return Long.toString(duration.toMillis());
	}

	static Settings parse(List<String> arguments) {
		List<Duration> times = arguments.subList(3, 6)
			.stream()
			.map((millis) -> Duration.ofMillis(Long.parseLong(millis)))
			.toList();
		return new Settings(arguments.get(0), arguments.get(1), Recipe.parse(arguments.get(2)),
				new Timing(times.get(0), times.get(1), times.get(2), 1e-3), Boolean.parseBoolean(arguments.get(6)));
	}

}
