package io.zkhelper.test.fault;

import java.time.Duration;
import java.util.List;

/**
 * What became of a scenario under faults.
 *
 * @param scenario the scenario
 * @param points the faults, in order
 * @param verdict how it ended
 * @param detail what went wrong, empty for nothing
 * @param took how long it took
 * @param following the requests after the last fault
 */
record Outcome(Scenario scenario, List<FaultPoint> points, Verdict verdict, String detail, Duration took,
		List<SentFrame> following) {

	/**
	 * The last fault, which is the one that was tried.
	 */
	FaultPoint point() {
		return this.points.get(this.points.size() - 1);
	}

	boolean isViolation() {
		return this.verdict.isViolation();
	}

	@Override
	public String toString() {
		return "%s; %s; %s; %d ms%s".formatted(this.scenario, this.points, this.verdict, this.took.toMillis(),
				this.detail.isEmpty() ? "" : "; " + this.detail);
	}

}
