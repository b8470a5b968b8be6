package io.zkhelper.benchmarks;

/**
 * What a ratio has to be.
 *
 * @param bound the bound, in the unit
 * @param most whether it must not be more; otherwise it must not be less
 * @param unit what is counted
 */
record Target(double bound, boolean most, String unit) {

	static Target atMost(double bound, String unit) {
		return new Target(bound, true, unit);
	}

	static Target atLeast(double bound, String unit) {
		return new Target(bound, false, unit);
	}

	boolean isMet(double figure) {
		return this.most ? figure <= this.bound : figure >= this.bound;
	}

	String figure(double figure) {
		return ((figure < 100) ? "%.2f" : "%.0f").formatted(figure) + " " + this.unit;
	}

	@Override
	public String toString() {
		String number = (this.bound == Math.rint(this.bound)) ? "%.0f".formatted(this.bound)
				: String.valueOf(this.bound);
		return (this.most ? "≤ " : "≥ ") + number + " " + this.unit;
	}

}
