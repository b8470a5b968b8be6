package io.zkhelper.budgets;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Sizes of many things of one kind, in order.
 */
record Distribution(List<Integer> sizes) {

	static Distribution of(IntStream sizes) {
		return new Distribution(sizes.sorted().boxed().toList());
	}

	int median() {
		return percentile(50);
	}

	/**
	 * The size that this share of the things does not exceed; nothing at all is small.
	 */
	int percentile(int percent) {
		return this.sizes.isEmpty() ? 0 : this.sizes.get((int) Math.ceil(this.sizes.size() * percent / 100.0) - 1);
	}

	@Override
	public String toString() {
		return "%d counted, median %d, p90 %d, largest %d".formatted(this.sizes.size(), median(), percentile(90),
				percentile(100));
	}

}
