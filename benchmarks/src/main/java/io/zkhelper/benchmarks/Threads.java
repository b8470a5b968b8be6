package io.zkhelper.benchmarks;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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
		ExecutorService executor = Executors.newFixedThreadPool(THREADS);
		try (Contestant ours = new ZkhelperLocks(server.delayed());
				Contestant curator = new CuratorLocks(server.delayed())) {
			List<Samples> samples = Turns
				.take(effort,
						List.of(crowd(executor, ours, effort.window()), crowd(executor, curator, effort.window())))
				.stream()
				.map(Samples::of)
				.toList();
			return List.of(Row.of(THREADS + " threads of one process",
					List.of(samples.get(0).perSecond(), samples.get(1).perSecond(), ""),
					samples.get(0).median() / samples.get(1).median(), Target.atLeast(50, "times the throughput")));
		}
		finally {
			executor.shutdown();
		}
	}

	/** All threads at once on the lock; returns how often a second it changed hands. */
	private static Turn<Double> crowd(ExecutorService executor, Contestant contestant, Duration window) {
		Mutex mutex = contestant.mutex("crowded");
		Tally tally = new Tally();
		return () -> {
			long before = tally.count;
			long start = System.nanoTime();
			Callable<Long> task = () -> work(mutex, tally, start + window.toNanos());
			long holds = 0;
			for (Future<Long> thread : executor.invokeAll(Collections.nCopies(THREADS, task))) {
				holds += thread.get();
			}
			double seconds = (System.nanoTime() - start) / 1e9;
			tally.mustBe(before + holds);
			return holds / seconds;
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
