package io.zkhelper.test.process;

import java.time.Duration;
import java.util.List;

/**
 * What became of one fault.
 *
 * @param kind the kind of fault
 * @param recipe on what
 * @param succession whether another process led before the fault was over
 * @param leaderless how long nobody led after it was over
 * @param stale answers that were given when the lease they rest on was surely over
 */
record Outcome(String kind, String recipe, Succession succession, Duration leaderless, List<Run> stale) {

	boolean anotherLed() {
		return this.succession != Succession.NONE;
	}

	@Override
	public String toString() {
		return "%s, %s: %s led before it was over; then nobody for %s s".formatted(this.kind, this.recipe,
				this.succession.text, Stamp.seconds(this.leaderless.toNanos()));
	}

	/**
	 * Whether another process led before a fault was over.
	 */
	enum Succession {

		/** No other led. */
		NONE("no other"),

		/** Another one led. */
		ANOTHER("another"),

		/** Another one led while the one before was connected as ever. */
		UNAWARES("another, while the one before was connected,");

		private final String text;

		Succession(String text) {
			this.text = text;
		}

		Succession or(Succession other) {
			return (compareTo(other) >= 0) ? this : other;
		}

	}

}
