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
 * Twenty threads read two nodes, over and over.
 */
final class CachedReads implements Benchmark {

	private static final int THREADS = 20;

	private static final int LENGTH = 200;

	private static final String DIRECTORY = "/vars";

	private static final List<String> PATHS = List.of(DIRECTORY + "/one", DIRECTORY + "/two");

	@Override
	public String name() {
		return "cached";
	}

	@Override
	public List<Row> run(Server server, Effort effort) throws Exception {
		try (RawReads raw = new RawReads(server.delayed())) {
			raw.createIfAbsent(DIRECTORY, 0);
			for (String path : PATHS) {
				raw.createIfAbsent(path, LENGTH);
			}
			try (NodeReader ours = new ZkhelperReads(server.delayed());
					NodeReader curator = new CuratorReads(server.delayed(), DIRECTORY)) {
				return rows(effort, List.of(ours, curator, raw));
			}
		}
	}

	private static List<Row> rows(Effort effort, List<NodeReader> readers) throws Exception {
		ExecutorService executor = Executors.newFixedThreadPool(THREADS);
		try {
			List<Samples> samples = Turns
				.take(effort, readers.stream().map((reader) -> crowd(executor, reader, effort.window())).toList())
				.stream()
				.map(Samples::of)
				.toList();
			List<String> figures = samples.stream().map(Samples::perSecond).toList();
			double ours = samples.get(0).median();
			String name = THREADS + " threads read two nodes";
			return List.of(
					Row.of(name, figures, ours / samples.get(2).median(), Target.atLeast(20, "times the raw reads")),
					Row.reported(name + ", beside Curator's cache", List.of(figures.get(0), figures.get(1), ""),
							"%.2f times as many".formatted(ours / samples.get(1).median())));
		}
		finally {
			executor.shutdown();
		}
	}

	/** All threads at once; returns how many reads there were a second. */
	private static Turn<Double> crowd(ExecutorService executor, NodeReader reader, Duration window) {
		long[] all = new long[1];
		return () -> {
			long start = System.nanoTime();
			Callable<Long> task = () -> read(reader, start + window.toNanos());
			long reads = 0;
			for (Future<Long> thread : executor.invokeAll(Collections.nCopies(THREADS, task))) {
				reads += thread.get();
			}
			double seconds = (System.nanoTime() - start) / 1e9;
			all[0] += reads;
			reader.mustHaveSeen(all[0]);
			return reads / seconds;
		};
	}

	private static long read(NodeReader reader, long end) throws Exception {
		long reads = 0;
		while (System.nanoTime() < end) {
			for (String path : PATHS) {
				if (reader.read(path) != LENGTH) {
					throw new IllegalStateException("What was read of '%s' is not what was written".formatted(path));
				}
				reads++;
			}
		}
		return reads;
	}

}
