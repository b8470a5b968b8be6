package io.zkhelper.benchmarks;

import java.util.List;

import io.zkhelper.benchmarks.Turns.Measured;

/**
 * The first acquire after the server has removed the empty parent of the lock's nodes, as
 * it does to containers that are not used for a while.
 */
final class Reaped implements Benchmark {

	private static final String LOCK = "reaped";

	@Override
	public String name() {
		return "reaped";
	}

	@Override
	public List<Row> run(Server server, Effort effort) throws Exception {
		try (RawClient raw = new RawClient(server.delayed());
				RawClient reaper = new RawClient(server.direct());
				Contestant ours = new ZkhelperLocks(server.delayed());
				Contestant curator = new CuratorLocks(server.delayed())) {
			List<Samples> samples = Turns.timed(effort.withCyclesDividedBy(3), raw::create, reaped(ours, reaper),
					reaped(curator, reaper));
			double roundTrips = samples.get(1).median() / samples.get(0).median();
			return List.of(Row.reported("first acquire after the parent was reaped",
					List.of(samples.get(1).millis(), samples.get(2).millis(), samples.get(0).millis()),
					"%.2f round trips".formatted(roundTrips)));
		}
	}

	private static Measured reaped(Contestant contestant, RawClient reaper) {
		Measured cycle = Measured.cycle(contestant.mutex(LOCK));
		return () -> {
			reaper.reap(contestant.directory(LOCK));
			return cycle.nanos();
		};
	}

}
