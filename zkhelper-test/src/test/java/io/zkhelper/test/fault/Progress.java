package io.zkhelper.test.fault;

/**
 * Tells of courses as they end, since thousands take a while.
 */
final class Progress {

	private static final int STEP = 500;

	private final int all;

	private int done;

	private int missed;

	private int violations;

	Progress(int all) {
		this.all = all;
	}

	synchronized Outcome ended(Outcome outcome) {
		this.done++;
		if (outcome.verdict() == Verdict.NOT_REACHED) {
			this.missed++;
		}
		if (outcome.isViolation()) {
			this.violations++;
			System.out.println(outcome);
		}
		if (this.done % STEP == 0) {
			System.out.printf("%d of %d: %d not reached, %d violations%n", this.done, this.all, this.missed,
					this.violations);
		}
		return outcome;
	}

}
