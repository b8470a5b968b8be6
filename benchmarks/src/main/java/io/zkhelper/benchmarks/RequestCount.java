package io.zkhelper.benchmarks;

import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * What a cycle asks of the server, by the server's own count. What comes in an idle
 * period of the same length is taken off.
 */
final class RequestCount implements Benchmark {

	private static final String LOCK = "counted";

	// A heartbeat more or less may fall into a period
	private static final int JITTER = 1;

	@Override
	public String name() {
		return "requests";
	}

	@Override
	public List<Row> run(Server server, Effort effort) throws Exception {
		try (ZkhelperLocks ours = new ZkhelperLocks(server.delayed());
				Contestant curator = new CuratorLocks(server.delayed())) {
			double uncontended = perCycle(server, ours.mutex(LOCK), effort);
			double theirs = perCycle(server, curator.mutex(LOCK), effort);
			return List.of(
					Row.of("requests, uncontended",
							List.of("%.2f a cycle".formatted(uncontended), "%.2f a cycle".formatted(theirs), ""),
							uncontended, Target.atMost(3, "a cycle")),
					retained(server, ours.retained(LOCK + "-retained"), effort));
		}
	}

	private static double perCycle(Server server, Mutex mutex, Effort effort) throws Exception {
		int cycles = 4 * effort.cycles();
		cycle(mutex);
		settle();
		Period busy = Period.of(server, () -> {
			for (int i = 0; i < cycles; i++) {
				cycle(mutex);
			}
			settle();
		});
		Period idle = Period.of(server, () -> LockSupport.parkNanos(busy.nanos()));
		return (double) (busy.requests() - idle.requests()) / cycles;
	}

	private static Row retained(Server server, Mutex mutex, Effort effort) throws Exception {
		long window = 2 * effort.window().toNanos();
		cycle(mutex);
		settle();
		Period idle = Period.of(server, () -> LockSupport.parkNanos(window));
		long[] cycles = new long[1];
		Period busy = Period.of(server, () -> {
			long end = System.nanoTime() + window;
			while (System.nanoTime() < end) {
				cycle(mutex);
				cycles[0]++;
			}
		});
		long beyond = Math.max(0, busy.requests() - idle.requests() - JITTER);
		return Row.of("requests, retained", List.of("%d in %,d cycles".formatted(beyond, cycles[0]), "", ""), beyond,
				Target.atMost(0, "beyond heartbeats"));
	}

	private static void cycle(Mutex mutex) throws Exception {
		mutex.hold(() -> {
		});
	}

	/** Let what goes on in the background arrive. */
	private static void settle() {
		LockSupport.parkNanos(300_000_000);
	}

	/**
	 * What the server has had in a time.
	 *
	 * @param requests how many requests
	 * @param nanos how long the time was
	 */
	private record Period(long requests, long nanos) {

		static Period of(Server server, Activity activity) throws Exception {
			Requests before = server.requests();
			long start = System.nanoTime();
			activity.run();
			long nanos = System.nanoTime() - start;
			return new Period(server.requests().since(before).total(), nanos);
		}

	}

	/**
	 * What is done in a time.
	 */
	private interface Activity {

		void run() throws Exception;

	}

}
