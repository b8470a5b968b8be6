package io.zkhelper.test.world;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import org.awaitility.Awaitility;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Lets time pass that passes anyway.
 */
final class RealTime {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** What a busy machine may make of a second, and of a moment. */
	private static final int STRETCH = 5;

	private static final Duration MOMENT = Duration.ofSeconds(10);

	private RealTime() {
	}

	static void await(String what, BooleanSupplier holds) {
		awaitAtMost(PATIENCE, what, holds);
	}

	static void awaitWithin(Duration limit, String what, BooleanSupplier holds) {
		Duration stretched = limit.multipliedBy(STRETCH);
		awaitAtMost((stretched.compareTo(MOMENT) > 0) ? stretched : MOMENT, what, holds);
	}

	private static void awaitAtMost(Duration limit, String what, BooleanSupplier holds) {
		Awaitility.await()
			.alias(what)
			.atMost(limit)
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofMillis(2))
			.until(holds::getAsBoolean);
	}

	static void during(Duration time, String what, BooleanSupplier holds) {
		long end = System.nanoTime() + time.toNanos();
		await(what, () -> {
			assertThat(holds.getAsBoolean()).as(what).isTrue();
			return System.nanoTime() > end;
		});
	}

}
