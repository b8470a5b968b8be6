package io.zkhelper.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lets everybody have a turn in each round, so that a machine that gets slower or faster
 * does so for all.
 */
final class Turns {

	private Turns() {
	}

	/** Let each one do as many cycles in a turn as the effort says. */
	static List<Samples> timed(Effort effort, Measured... contestants) throws Exception {
		List<List<Long>> times = take(effort,
				Arrays.stream(contestants)
					.map((contestant) -> (Turn<List<Long>>) () -> repeat(contestant, effort.cycles()))
					.toList())
			.stream()
			.map((turns) -> turns.stream().flatMap(List::stream).toList())
			.toList();
		return times.stream().map(Samples::of).toList();
	}

	private static List<Long> repeat(Measured contestant, int cycles) throws Exception {
		List<Long> times = new ArrayList<>();
		for (int i = 0; i < cycles; i++) {
			times.add(contestant.nanos());
		}
		return times;
	}

	/** Return what each one has returned in the rounds that count. */
	static <T> List<List<T>> take(Effort effort, List<Turn<T>> contestants) throws Exception {
		List<List<T>> results = contestants.stream().map((contestant) -> (List<T>) new ArrayList<T>()).toList();
		for (int round = 0; round < effort.allRounds(); round++) {
			for (int i = 0; i < contestants.size(); i++) {
				T result = contestants.get(i).take();
				if (!effort.isWarmUp(round)) {
					results.get(i).add(result);
				}
			}
		}
		return results;
	}

	/**
	 * One thing to do over and over.
	 */
	interface Measured {

		static Measured cycle(Mutex mutex) {
			return () -> {
				long start = System.nanoTime();
				mutex.hold(() -> {
				});
				return System.nanoTime() - start;
			};
		}

		/** Do it once, and return how long that took. */
		long nanos() throws Exception;

	}

	/**
	 * What one does in a round.
	 *
	 * @param <T> what comes of it
	 */
	interface Turn<T> {

		T take() throws Exception;

	}

}
