package io.zkhelper.benchmarks;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * What was measured.
 *
 * @param sorted the figures, the least one first
 */
record Samples(List<Double> sorted) {

	static Samples of(Collection<? extends Number> figures) {
		return new Samples(figures.stream().map(Number::doubleValue).sorted().toList());
	}

	/** The figure that the given share of the samples does not exceed. */
	double percentile(int percent) {
		int rank = (int) Math.ceil(percent / 100.0 * this.sorted.size());
		return this.sorted.get(Math.max(0, rank - 1));
	}

	double median() {
		return percentile(50);
	}

	/** Times in nanoseconds, for the table. */
	String millis() {
		return "%.2f / %.2f / %.2f ms".formatted(percentile(50) / 1e6, percentile(90) / 1e6, percentile(99) / 1e6);
	}

	/** Rates, for the table. */
	String perSecond() {
		return String.format(Locale.ROOT, "%,.0f/s", median());
	}

}
