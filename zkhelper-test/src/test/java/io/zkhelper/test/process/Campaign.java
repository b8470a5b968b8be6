package io.zkhelper.test.process;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Many faults, in several scenes at a time. The first broken promise ends its scene; the
 * others go on.
 * <p>
 * {@code -Dzkhelper.process.faults=5} says how many faults of each kind,
 * {@code -Dzkhelper.process.parallel=4} how many scenes at a time, and
 * {@code -Dzkhelper.process.spare=PT20S} how much later than promised somebody may lead
 * on a machine that is busy with other things.
 *
 * @param title what is done
 * @param faults how many
 * @param parallel the number of scenes
 */
record Campaign(String title, int faults, int parallel) {

	private static final String FAULTS = "zkhelper.process.faults";

	private static final String PARALLEL = "zkhelper.process.parallel";

	/**
	 * A campaign of one kind of fault, for which time has to be given.
	 */
	static Campaign onDemand(String title) {
		int faults = Integer.getInteger(FAULTS, 0);
		Assumptions.assumeTrue(faults > 0, () -> title + ": takes minutes; -D" + FAULTS + "=5 runs it");
		return of(title, faults);
	}

	/**
	 * A campaign of several kinds, and of so many faults when no time is given.
	 */
	static Campaign ofAtLeast(String title, int some, int kinds) {
		int faults = Integer.getInteger(FAULTS, 0);
		return of(title, (faults > 0) ? faults * kinds : some);
	}

	private static Campaign of(String title, int faults) {
		return new Campaign(title, faults, Math.min(faults, Integer.getInteger(PARALLEL, 4)));
	}

	/**
	 * The same for so many kinds that take turns.
	 */
	Campaign ofKinds(int kinds) {
		return of(this.title, this.faults * kinds);
	}

	/**
	 * The same in one scene, for what a busy machine would spoil.
	 */
	Campaign inOneScene() {
		return new Campaign(this.title, this.faults, 1);
	}

	/**
	 * Make the scenes, and have each suffer faults until all are done.
	 */
	void run(IntFunction<Scene> scenes) {
		Results results = new Results();
		AtomicInteger next = new AtomicInteger();
		ExecutorService threads = Executors.newFixedThreadPool(this.parallel);
		try {
			List<CompletableFuture<Void>> running = IntStream.range(0, this.parallel)
				.mapToObj((i) -> CompletableFuture.runAsync(() -> suffer(scenes, i, next, results), threads))
				.toList();
			CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
			assertThat(results.size()).isEqualTo(this.faults);
		}
		finally {
			threads.shutdownNow();
			System.out.printf("%s: %d of %d faults, %s", this.title, results.size(), this.faults, results.table());
		}
	}

	private void suffer(IntFunction<Scene> scenes, int number, AtomicInteger next, Results results) {
		try (Scene scene = scenes.apply(number)) {
			for (int i = next.getAndIncrement(); i < this.faults; i = next.getAndIncrement()) {
				Outcome outcome = scene.suffer(i);
				List<Timeline> seen = scene.timelines();
				results.add(outcome, seen.stream().mapToInt((timeline) -> timeline.overlaps().size()).sum());
				check(seen, outcome.stale());
			}
			scene.finish();
			results.add(scene.timelines());
			check(scene.timelines(), List.of());
		}
		catch (AssertionError | RuntimeException ex) {
			System.out.printf("%s: scene %d has ended: %s%n", this.title, number, ex);
			throw ex;
		}
	}

	private static void check(List<Timeline> timelines, List<Run> stale) {
		assertThat(stale).as(timelines::toString).isEmpty();
		for (Timeline timeline : timelines) {
			assertThat(timeline.violations()).as(timeline::toString).isEmpty();
		}
	}

}
