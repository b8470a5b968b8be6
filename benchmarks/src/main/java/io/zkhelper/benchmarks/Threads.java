package io.zkhelper.benchmarks;

import java.time.Duration;
import java.util.List;

import io.zkhelper.benchmarks.Turns.Turn;

/**
 * Many threads of one process want the same lock, over and over.
 */
final class Threads implements Benchmark {

	private static final int THREADS = 32;

	@Override
	public String name() {
		return "threads";
	}

	@Override
	public List<Row> run(Server server, Effort effort) throws Exception {
		try (Crowd crowd = new Crowd(THREADS);
				Contestant ours = new ZkhelperLocks(server.delayed());
				Contestant curator = new CuratorLocks(server.delayed())) {
			List<Samples> samples = Turns
				.take(effort, List.of(holds(crowd, ours, effort.window()), holds(crowd, curator, effort.window())))
				.stream()
				.map(Samples::of)
				.toList();
			return List.of(Row.of(THREADS + " threads of one process",
					List.of(samples.get(0).perSecond(), samples.get(1).perSecond(), ""),
					samples.get(0).median() / samples.get(1).median(), Target.atLeast(50, "times the throughput")));
		}
	}

	/** All threads at once on the lock; returns how often a second it changed hands. */
	private static Turn<Double> holds(Crowd crowd, Contestant contestant, Duration window) {
		Mutex mutex = contestant.mutex("crowded");
		Tally tally = new Tally();
		return () -> {
			long before = tally.count;
			Crowd.Run run = crowd.run(window, (end) -> work(mutex, tally, end));
			tally.mustBe(before + run.times());
			return run.perSecond();
		};
	}

	private static long work(Mutex mutex, Tally tally, long end) throws Exception {
		long holds = 0;
		while (System.nanoTime() < end) {
			mutex.hold(tally::increment);
			holds++;
		}
		return holds;
	}

	/**
	 * Counts correctly only if it is called by one thread at a time.
	 */
	private static final class Tally {

		private long count;

		void increment() {
			this.count++;
		}

		void mustBe(long expected) {
			if (this.count != expected) {
				throw new IllegalStateException(
						"%d of %d increments were lost".formatted(expected - this.count, expected));
			}
		}

	}

}
