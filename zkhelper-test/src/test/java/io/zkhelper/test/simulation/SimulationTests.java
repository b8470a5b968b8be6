package io.zkhelper.test.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import io.zkhelper.claim.Safety;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Thousands of courses in which everything goes wrong, for elections and for every kind
 * of lock.
 * <p>
 * {@code -Dzkhelper.seeds=100000} says how many courses there are in all, evenly for all
 * kinds, and {@code -Dzkhelper.seed=4711} runs that one of each kind again.
 * {@code -Dzkhelper.seeds.first} is the first of them.
 */
class SimulationTests {

	private static final int KINDS = (int) kinds().count();

	private static final long EACH = (Long.getLong("zkhelper.seeds", 3500L) + KINDS - 1) / KINDS;

	private static final long FIRST = Long.getLong("zkhelper.seed", Long.getLong("zkhelper.seeds.first", 0L));

	private static final long END = FIRST + ((Long.getLong("zkhelper.seed") != null) ? 1 : EACH);

	/** One course by itself may have none. */
	private static final long LEAST_GRANTS = (END - FIRST > 1) ? END - FIRST : 0;

	static Stream<Arguments> kinds() {
		return Stream.of(Recipe.values())
			.flatMap((recipe) -> Stream.of(Safety.values())
				.filter(recipe::has)
				.map((safety) -> Arguments.of(recipe, safety)));
	}

	@ParameterizedTest(name = "{0}, {1}")
	@MethodSource("kinds")
	void whateverHappensThePromisesAreKept(Recipe recipe, Safety safety) {
		Tally tally = new Tally();
		AtomicLong next = new AtomicLong(FIRST);
		Overheard.silently(() -> onAllProcessors(() -> {
			for (long seed = next.getAndIncrement(); seed < END; seed = next.getAndIncrement()) {
				tally.add(requireNoViolation(Course.of(seed, recipe, safety)));
			}
		}));
		System.out.printf("Simulation of %s, %s safety: %s%n", recipe, safety.name().toLowerCase(Locale.ENGLISH),
				tally);
		assertThat(tally.grants()).as("grants, or this would show nothing").isGreaterThanOrEqualTo(LEAST_GRANTS);
	}

	private static void onAllProcessors(Runnable task) {
		int threads = Runtime.getRuntime().availableProcessors();
		ExecutorService executor = Executors.newFixedThreadPool(threads);
		try {
			List<CompletableFuture<Void>> running = Stream.generate(() -> CompletableFuture.runAsync(task, executor))
				.limit(threads)
				.toList();
			running.forEach(CompletableFuture::join);
		}
		finally {
			executor.shutdownNow();
		}
	}

	private static Simulation requireNoViolation(Course course) {
		Simulation simulation = new Simulation(course);
		List<String> violations = simulation.run();
		if (!violations.isEmpty()) {
			Course smallest = new Shrinker((shorter) -> !new Simulation(shorter).run().isEmpty()).shrink(course);
			Simulation again = new Simulation(smallest);
			again.run();
			throw new AssertionError("%s%nThe smallest course that fails:%n%s".formatted(violations, again));
		}
		return simulation;
	}

	@Test
	void aCourseReplays() {
		Simulation one = new Simulation(Course.of(7, Recipe.ELECTIONS, Safety.STRICT));
		Simulation other = new Simulation(Course.of(7, Recipe.ELECTIONS, Safety.STRICT));
		one.run();
		other.run();
		assertThat(one.trace()).isNotEmpty().isEqualTo(other.trace());
	}

	/**
	 * What was run.
	 */
	private static final class Tally {

		private final long begin = System.nanoTime();

		private long courses;

		private long grants;

		private Duration length = Duration.ZERO;

		synchronized void add(Simulation simulation) {
			this.courses++;
			this.grants += simulation.grants();
			this.length = this.length.plus(simulation.length());
		}

		synchronized long grants() {
			return this.grants;
		}

		@Override
		public synchronized String toString() {
			return "%,d courses, %,d hours of virtual time, %,d grants, nothing violated, in %d s".formatted(
					this.courses, this.length.toHours(), this.grants,
					Duration.ofNanos(System.nanoTime() - this.begin).toSeconds());
		}

	}

}
