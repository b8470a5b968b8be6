package io.zkhelper.benchmarks;

import java.util.List;

/**
 * A line of the table.
 *
 * @param benchmark what was measured
 * @param ours the figures of zkhelper
 * @param curator those of Curator, may be empty
 * @param raw those of the raw client, may be empty
 * @param ratio what is compared with the target
 * @param target what it should be, may be empty
 * @param isMet whether it is
 */
record Row(String benchmark, String ours, String curator, String raw, String ratio, String target, boolean isMet) {

	static Row of(String benchmark, List<String> figures, double ratio, Target target) {
		return new Row(benchmark, figures.get(0), figures.get(1), figures.get(2), target.figure(ratio),
				target.toString(), target.isMet(ratio));
	}

	/** A line that is reported for information. */
	static Row reported(String benchmark, List<String> figures, String ratio) {
		return new Row(benchmark, figures.get(0), figures.get(1), figures.get(2), ratio, "", true);
	}

	List<String> cells() {
		String met = this.target.isEmpty() ? "" : this.isMet ? "yes" : "missed";
		return List.of(this.benchmark, this.ours, this.curator, this.raw, this.ratio, this.target, met);
	}

}
