package io.zkhelper.test.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;

import io.zkhelper.session.ZkClient;
import io.zkhelper.test.time.VirtualTime;

/**
 * One course on virtual time, to its end: the same course goes the same way, to the last
 * step. What must hold at any time is checked after each step of each process.
 */
final class Simulation {

	/**
	 * T + τ + W + 2 s, and what the reconnects, the slowest disks and the backlog of a
	 * frozen process take.
	 */
	private static final Duration RECOVERY = Duration.ofSeconds(30);

	/** One course in so many is not checked after each step. */
	private static final int SELDOM_CHECKED = 4;

	private static final Duration FAREWELL = Duration.ofSeconds(30);

	private final Course course;

	private final Machinery machinery;

	private final VirtualTime time;

	private final Trace trace;

	private final Work work;

	private final Troublemaker troublemaker;

	private final Overheard log = Overheard.start();

	Simulation(Course course) {
		this.course = course;
		this.machinery = new Machinery(course.seed());
		this.time = this.machinery.time();
		this.trace = new Trace(this.time::now);
		this.work = course.recipe().start(this.machinery, course, this.trace);
		this.troublemaker = new Troublemaker(this.machinery, course.recipe().queue(), this.trace);
	}

	/**
	 * Run to the end.
	 * @return what was violated, if anything
	 */
	List<String> run() {
		observe();
		this.course.incidents().forEach(this::happen);
		this.trace.note("all is well again");
		this.machinery.healAll();
		this.work.settle();
		require("I6", "everybody is told of what it has lost", this.work::isTold, RECOVERY);
		require("I4", "everybody is served or told", this.work::isServed, RECOVERY);
		require("I5", "no nodes but those of who is there", this.work::isTidy, RECOVERY);
		this.trace.note("all leave");
		this.work.leave();
		require("I5", "no nodes when all have left, and everybody told", this.work::isEmpty, FAREWELL);
		this.machinery.processes().forEach((process) -> closed(process.client()));
		require("I5", "no sessions when all are closed", () -> this.machinery.servers().sessions() == 0, FAREWELL);
		this.log.errors().forEach((error) -> this.trace.violated("no errors", error));
		if (this.course.isCalm()) {
			this.log.missedWatches().forEach((missed) -> this.trace.violated("I8", missed));
		}
		return this.trace.violations();
	}

	// To ask a lease ends it if it has run out, and so hides one that would be prolonged
	// later: in some courses it is asked seldom
	private void observe() {
		Random random = new Random(this.course.seed());
		int seldom = (this.course.seed() % SELDOM_CHECKED == 1) ? 50 : 1;
		this.time.observe((now) -> {
			if (random.nextInt(seldom) == 0) {
				this.work.check();
			}
		});
	}

	private void happen(Incident incident) {
		this.time.runFor(incident.rest());
		int who = incident.who() % this.machinery.processes().size();
		if (incident.kind() == Incident.Kind.ACT) {
			this.work.act(who, incident.amount());
		}
		else {
			this.troublemaker.make(incident, this.machinery.processes().get(who));
		}
	}

	private void require(String invariant, String what, BooleanSupplier holds, Duration within) {
		if (!this.time.runUntil(holds, within)) {
			this.trace.violated(invariant, "not within " + within + ": " + what);
		}
	}

	private static void closed(ZkClient client) {
		client.closeAsync();
	}

	int grants() {
		return this.work.grants();
	}

	Duration length() {
		return this.time.now();
	}

	List<String> trace() {
		return this.trace.lines();
	}

	@Override
	public String toString() {
		return "%s%n%s%n%s%n%s".formatted(this.course, this.trace, this.machinery.describe(),
				this.machinery.servers().dump());
	}

}
