package io.zkhelper.benchmarks;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who of two has held a lock when, while both wanted it.
 *
 * @param holds the holds in order, none if they never wanted it at the same time
 */
record Volley(List<Hold> holds) {

	static Volley of(List<Long> left, List<Long> right) {
		if (left.isEmpty() || right.isEmpty()) {
			return new Volley(List.of());
		}
		long start = Math.max(left.get(0), right.get(0));
		long end = Math.min(left.get(left.size() - 1), right.get(right.size() - 1));
		return new Volley(Stream.concat(holds(left, true), holds(right, false))
			.filter((hold) -> hold.nanos() >= start && hold.nanos() <= end)
			.sorted((one, other) -> Long.compare(one.nanos(), other.nanos()))
			.toList());
	}

	private static Stream<Hold> holds(List<Long> nanos, boolean left) {
		return nanos.stream().map((time) -> new Hold(time, left));
	}

	private int handOvers() {
		int count = 0;
		for (int i = 1; i < this.holds.size(); i++) {
			if (this.holds.get(i).left() != this.holds.get(i - 1).left()) {
				count++;
			}
		}
		return count;
	}

	double handOversPerSecond() {
		if (this.holds.size() < 2) {
			return 0;
		}
		long nanos = this.holds.get(this.holds.size() - 1).nanos() - this.holds.get(0).nanos();
		return handOvers() / (nanos / 1e9);
	}

	double shareOfHandOvers() {
		return (double) handOvers() / Math.max(1, this.holds.size() - 1);
	}

	/**
	 * One hold.
	 *
	 * @param nanos when it began, by the clock that all processes of a machine share
	 * @param left whose it was
	 */
	record Hold(long nanos, boolean left) {
	}

}
