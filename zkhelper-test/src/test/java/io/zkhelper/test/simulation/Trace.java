package io.zkhelper.test.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What has happened in a simulation, step by step, and what of it must not have.
 */
final class Trace {

	private final Supplier<Duration> clock;

	private final List<String> lines = new ArrayList<>();

	private final List<String> violations = new ArrayList<>();

	private final Set<String> broken = new HashSet<>();

	Trace(Supplier<Duration> clock) {
		this.clock = clock;
	}

	void note(String what) {
		this.lines.add("%9.3f s  %s".formatted(this.clock.get().toNanos() / 1e9, what).toLowerCase(Locale.ENGLISH));
	}

	/**
	 * Note that something is not as promised, once for each promise.
	 * @param invariant which promise
	 */
	void violated(String invariant, String what) {
		if (this.broken.add(invariant)) {
			note("VIOLATION of " + invariant + ": " + what);
			this.violations.add(invariant + ": " + what);
		}
	}

	List<String> violations() {
		return this.violations;
	}

	List<String> lines() {
		return this.lines;
	}

	@Override
	public String toString() {
		return String.join(System.lineSeparator(), this.lines);
	}

}
