package io.zkhelper.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.junit.jupiter.api.Test;

/**
 * The lease word while several threads ask, the clocks go on, and the event loop extends:
 * each answer is one that the word could have given if everything had happened one after
 * the other. So what was over once stays over.
 */
class LeaseConcurrencyTests {

	private static final int SCENARIOS = Integer.getInteger("zkhelper.lincheck.scenarios", 5);

	private static final int SCHEDULES = Integer.getInteger("zkhelper.lincheck.schedules", 300);

	@Test
	void everyAnswerIsOneThatASingleThreadCouldHaveGot() {
		ModelCheckingOptions options = new ModelCheckingOptions().threads(3)
			.actorsPerThread(2)
			.iterations(SCENARIOS)
			.invocationsPerIteration(SCHEDULES);
		// The ones in which an answer has gone wrong before, or could
		for (String loop : List.of("extend", "extend extend", "extend shorten", "shorten extend")) {
			for (String asker : List.of("pass isValid isValid", "pass isValid remaining", "pass remaining isValid",
					"pass remaining remaining", "end isValid remaining")) {
				options.addCustomScenario(scenario(loop, asker));
			}
		}
		options.addCustomScenario(scenario("extend", "pass isValid", "isValid remaining")).check(SharedLease.class);
	}

	private static ExecutionScenario scenario(String... threads) {
		List<List<Actor>> actors = Stream.of(threads)
			.map((thread) -> Stream.of(thread.split(" ")).map(LeaseConcurrencyTests::actor).toList())
			.toList();
		return new ExecutionScenario(List.of(), actors, List.of(), null);
	}

	private static Actor actor(String operation) {
		try {
			return new Actor(SharedLease.class.getMethod(operation), List.of());
		}
		catch (NoSuchMethodException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	/**
	 * What threads do with a lease of one second. Only the event loop extends and
	 * shortens it.
	 */
	public static class SharedLease {

		private final Clocks clocks = new Clocks();

		private final Lease lease = new Lease(this.clocks, new Deadline(this.clocks.now(), Duration.ofSeconds(1)));

		@Operation
		public boolean isValid() {
			return this.lease.isValid();
		}

		@Operation
		public long remaining() {
			return this.lease.remaining().toSeconds();
		}

		@Operation
		public void end() {
			this.lease.end();
		}

		@Operation
		public void pass() {
			this.clocks.seconds.incrementAndGet();
		}

		@Operation(nonParallelGroup = "loop")
		public boolean extend() {
			return this.lease.extend(new Deadline(this.clocks.now(), Duration.ofSeconds(2)));
		}

		@Operation(nonParallelGroup = "loop")
		public void shorten() {
			this.lease.shortenTo(Duration.ofSeconds(1));
		}

	}

	/**
	 * Clocks that any thread may move.
	 */
	static class Clocks extends ManualLoop {

		final AtomicInteger seconds = new AtomicInteger();

		@Override
		public Moment now() {
			int now = this.seconds.get();
			return new Moment(now * 1_000_000_000L, Instant.ofEpochSecond(now));
		}

	}

}
