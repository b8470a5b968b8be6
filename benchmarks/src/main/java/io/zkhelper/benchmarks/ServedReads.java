package io.zkhelper.benchmarks;

import java.net.http.HttpClient;
import java.util.List;
import java.util.stream.Stream;

import io.zkhelper.benchmarks.Turns.Turn;

/**
 * Twenty clients read two nodes over HTTP, over and over, from an application that serves
 * its cache.
 */
final class ServedReads implements Benchmark {

	static final String CELL = "nj";

	private static final String DIRECTORY = CacheServer.TOP + "/" + CELL;

	static final List<String> PATHS = List.of(DIRECTORY + "/one", DIRECTORY + "/two");

	private static final int CLIENTS = 20;

	private static final int LENGTH = 200;

	// The compiler has two processes to see, and all that a web server does
	private static final int WARM_UPS = 15;

	@Override
	public String name() {
		return "served";
	}

	@Override
	public List<Row> run(Server server, Effort effort) throws Exception {
		return measure(server.delayed(), PATHS, effort);
	}

	/**
	 * Measure it.
	 * @param connectString the servers whose nodes are read
	 * @param paths those of them that are asked for
	 */
	static List<Row> measure(String connectString, List<String> paths, Effort effort) throws Exception {
		createNodes(connectString);
		try (CacheServer server = new CacheServer(connectString, CELL); Crowd crowd = new Crowd(CLIENTS)) {
			// As an application would: each HttpClient has threads that wait for its
			// connections
			HttpClient http = HttpClient.newHttpClient();
			List<CacheCaller> callers = Stream.generate(() -> new CacheCaller(server.znodes(), http, paths, LENGTH))
				.limit(CLIENTS)
				.toList();
			callers.get(0).awaitAnswers();
			crowd.run(effort.warmUp().multipliedBy(WARM_UPS), callers);
			Turn<Double> turn = () -> crowd.run(effort.window(), callers).perSecond();
			Samples rates = Samples.of(Turns.take(effort, List.of(turn)).get(0));
			return rows(rates, ServedCounts.of(callers, server, CELL));
		}
	}

	private static void createNodes(String connectString) throws Exception {
		try (RawReads raw = new RawReads(connectString)) {
			raw.createIfAbsent(CacheServer.TOP, 0);
			raw.createIfAbsent(DIRECTORY, 0);
			for (String path : PATHS) {
				raw.createIfAbsent(path, LENGTH);
			}
		}
	}

	private static List<Row> rows(Samples rates, ServedCounts counts) {
		return List.of(
				Row.of(CLIENTS + " clients read two nodes over HTTP", List.of(rates.perSecond(), "", ""),
						rates.median(), Target.atLeast(5000, "calls a second")),
				Row.of("served, counted by the cache", List.of("%,d".formatted(counts.reads()), "", ""),
						(double) counts.reads() / counts.calls(), Target.atLeast(1, "times the calls")),
				Row.of("served, answers that were not in memory", List.of("%,d".formatted(counts.misses()), "", ""),
						counts.misses(), Target.atMost(CLIENTS * PATHS.size(), "answers")),
				Row.of("served, reads passed on to ZooKeeper", List.of("%,d".formatted(counts.serverReads()), "", ""),
						counts.serverReads(), Target.atMost(PATHS.size(), "reads")),
				Row.of("served, refused for an unknown cell", List.of("%,d".formatted(counts.refusals()), "", ""),
						counts.refusals(), Target.atMost(0, "calls")));
	}

}
