package io.zkhelper.test.fault;

import ch.qos.logback.classic.Level;
import io.zkhelper.test.world.CapturedLog;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Runs many courses, some at a time: they mostly wait.
 */
final class Campaign implements AutoCloseable {

	private static final int PARALLEL = Integer.getInteger("zkhelper.faults.parallel", 48);

	private final Arena arena = new Arena();

	private final CapturedLog log = CapturedLog.of("io.zkhelper", Level.WARN);

	private final Duration patience;

	private final ExecutorService threads = Executors.newFixedThreadPool(PARALLEL, (task) -> {
		Thread thread = new Thread(task, "course");
		thread.setDaemon(true);
		return thread;
	});

	/**
	 * Create a campaign.
	 * @param patience how long each step of a scenario may take
	 */
	Campaign(Duration patience) {
		this.patience = patience;
		this.arena.watchman().start();
	}

	List<Outcome> runAll(List<Trial> trials) throws InterruptedException, ExecutionException {
		Progress progress = new Progress(trials.size());
		List<Callable<Outcome>> tasks = trials.stream()
			.map((trial) -> (Callable<Outcome>) () -> progress.ended(run(trial)))
			.toList();
		List<Outcome> outcomes = new ArrayList<>();
		for (Future<Outcome> outcome : this.threads.invokeAll(tasks)) {
			outcomes.add(outcome.get());
		}
		return outcomes;
	}

	private Outcome run(Trial trial) {
		long start = System.nanoTime();
		try (Course course = new Course(this.arena, this.patience, trial.points())) {
			CourseEnd end = run(trial.scenario(), course);
			return new Outcome(trial.scenario(), trial.points(), end.verdict(), end.detail(),
					Duration.ofNanos(System.nanoTime() - start), course.trace().following());
		}
	}

	/**
	 * Return what was logged that should not have been: errors, and the finds of the
	 * timer that looks whether a watch was missed. Other warnings are due under faults.
	 */
	List<String> alarms() {
		Stream<String> missed = this.log.messages(Level.WARN)
			.stream()
			.filter((message) -> message.contains("was not told by its watch"));
		return Stream.concat(this.log.messages(Level.ERROR).stream(), missed).toList();
	}

	private CourseEnd run(Scenario scenario, Course course) {
		this.arena.watchman().watch(course);
		try {
			scenario.play().on(course);
			course.finish();
			return new CourseEnd(course.isReached() ? Verdict.PASSED : Verdict.NOT_REACHED, "");
		}
		catch (CourseException ex) {
			return new CourseEnd(ex.verdict(), ex.getMessage());
		}
		catch (Exception ex) {
			return new CourseEnd(Verdict.FAILED, ex.toString());
		}
		finally {
			this.arena.watchman().leave(course);
		}
	}

	@Override
	public void close() {
		this.threads.shutdownNow();
		this.arena.close();
		this.log.close();
	}

	/**
	 * What is to be run.
	 *
	 * @param scenario the scenario
	 * @param points the faults
	 */
	record Trial(Scenario scenario, List<FaultPoint> points) {

		FaultPoint last() {
			return this.points.get(this.points.size() - 1);
		}

		@Override
		public String toString() {
			return this.scenario + "; " + this.points;
		}

	}

	private record CourseEnd(Verdict verdict, String detail) {
	}

}
