package io.zkhelper.benchmarks;

import java.time.Duration;
import java.util.List;

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
		try (Crowd crowd = new Crowd(THREADS)) {
			List<Samples> samples = Turns
				.take(effort, readers.stream().map((reader) -> reads(crowd, reader, effort.window())).toList())
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
	}

	/** All threads at once; returns how many reads there were a second. */
	private static Turn<Double> reads(Crowd crowd, NodeReader reader, Duration window) {
		long[] all = new long[1];
		return () -> {
			Crowd.Run run = crowd.run(window, (end) -> read(reader, end));
			all[0] += run.times();
			reader.mustHaveSeen(all[0]);
			return run.perSecond();
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
