package io.zkhelper.test.simulation;

import java.util.function.Predicate;

/**
 * Finds the smallest course that still fails: leaves out halves, quarters and so on, down
 * to single incidents, as long as something can be left out.
 */
final class Shrinker {

	private final Predicate<Course> fails;

	Shrinker(Predicate<Course> fails) {
		this.fails = fails;
	}

	Course shrink(Course failing) {
		Course smallest = failing;
		int before;
		do {
			before = smallest.incidents().size();
			for (int length = Math.max(1, before / 2); length > 0; length /= 2) {
				smallest = withoutPartsOf(length, smallest);
			}
		}
		while (smallest.incidents().size() < before);
		return smallest;
	}

	private Course withoutPartsOf(int length, Course course) {
		Course smallest = course;
		int from = 0;
		while (from < smallest.incidents().size()) {
			Course shorter = smallest.without(from, Math.min(from + length, smallest.incidents().size()));
			if (this.fails.test(shorter)) {
				smallest = shorter;
			}
			else {
				from += length;
			}
		}
		return smallest;
	}

}
