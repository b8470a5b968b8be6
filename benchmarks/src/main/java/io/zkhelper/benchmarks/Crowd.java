package io.zkhelper.benchmarks;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Threads that all do something over and over at the same time.
 */
final class Crowd implements AutoCloseable {

	private final int threads;

	private final ExecutorService executor;

	Crowd(int threads) {
		this.threads = threads;
		this.executor = Executors.newFixedThreadPool(threads);
	}

	/** Let all of them do the same. */
	Run run(Duration window, Part part) throws Exception {
		return run(window, Collections.nCopies(this.threads, part));
	}

	/** Let each of them do its part. */
	Run run(Duration window, List<? extends Part> parts) throws Exception {
		long start = System.nanoTime();
		long end = start + window.toNanos();
		long times = 0;
		for (Future<Long> thread : this.executor
			.invokeAll(parts.stream().map((part) -> (Callable<Long>) () -> part.repeatUntil(end)).toList())) {
			times += thread.get();
		}
		return new Run(times, (System.nanoTime() - start) / 1e9);
	}

	@Override
	public void close() {
		this.executor.shutdown();
	}

	/**
	 * What one thread does.
	 */
	interface Part {

		/** Do it until then, and return how often it was done. */
		long repeatUntil(long nanos) throws Exception;

	}

	/**
	 * What all of them have done.
	 *
	 * @param times how often
	 * @param seconds in which time
	 */
	record Run(long times, double seconds) {

		double perSecond() {
			return this.times / this.seconds;
		}

	}

}
