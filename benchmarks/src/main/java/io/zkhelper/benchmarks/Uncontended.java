package io.zkhelper.benchmarks;

import java.util.List;

/**
 * One thread acquires and releases a lock that nobody else wants, over and over.
 */
final class Uncontended implements Benchmark {

	private static final String LOCK = "uncontended";

	@Override
	public String name() {
		return "uncontended";
	}

	@Override
	public List<Row> run(Server server, Effort effort) throws Exception {
		try (RawClient raw = new RawClient(server.delayed());
				Contestant ours = new ZkhelperLocks(server.delayed());
				Contestant curator = new CuratorLocks(server.delayed())) {
			return rows(Turns.timed(effort, raw::create, Turns.Measured.cycle(ours.mutex(LOCK)),
					Turns.Measured.cycle(curator.mutex(LOCK))));
		}
	}

	private static List<Row> rows(List<Samples> samples) {
		double raw = samples.get(0).median();
		double ours = samples.get(1).median();
		double curator = samples.get(2).median();
		List<String> times = List.of(samples.get(1).millis(), samples.get(2).millis(), samples.get(0).millis());
		List<String> multiples = List.of(roundTrips(ours / raw), roundTrips(curator / raw), roundTrips(1));
		return List.of(
				Row.of("uncontended, acquire and release", times, curator / ours, Target.atLeast(2.5, "times faster")),
				Row.of("uncontended, in raw creates", multiples, ours / raw, Target.atMost(1.15, "round trips")));
	}

	private static String roundTrips(double number) {
		return "%.2f".formatted(number);
	}

}
