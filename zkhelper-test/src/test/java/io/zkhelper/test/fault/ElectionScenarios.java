package io.zkhelper.test.fault;

import java.util.List;

import io.zkhelper.claim.Safety;
import io.zkhelper.election.ElectionOptions;

/**
 * Elections.
 */
final class ElectionScenarios {

	private static final ElectionOptions STRICT = ElectionOptions.DEFAULT;

	private static final ElectionOptions STANDARD = ElectionOptions.DEFAULT.withSafety(Safety.STANDARD);

	static final Scenario START = new Scenario("election, alone", (course) -> alone(course, STRICT));

	static final Scenario RESIGN = new Scenario("election, resign", (course) -> resign(course, STRICT));

	private ElectionScenarios() {
	}

	static List<Scenario> all() {
		return List.of(START, RESIGN, new Scenario("election, alone, standard", (course) -> alone(course, STANDARD)),
				new Scenario("election, resign, standard", (course) -> resign(course, STANDARD)),
				new Scenario("election, resign alone", ElectionScenarios::resignAlone),
				new Scenario("election, stop and start", ElectionScenarios::restart),
				new Scenario("election, pause and resume", ElectionScenarios::pause),
				new Scenario("election, close of the leader", ElectionScenarios::leaderCloses),
				new Scenario("election, close of a waiting candidate", ElectionScenarios::waitingCloses),
				new Scenario("election, a middle candidate leaves", ElectionScenarios::middleLeaves),
				new Scenario("election, an observer's view", ElectionScenarios::observer));
	}

	static Candidate lead(Course course, Actor actor) {
		return lead(course, actor, STRICT);
	}

	private static Candidate lead(Course course, Actor actor, ElectionOptions options) {
		Candidate candidate = actor.candidate(options).start();
		course.await(actor + " leads", candidate::leads);
		settle(course);
		return candidate;
	}

	private static Candidate join(Course course, Actor actor, ElectionOptions options, int place) {
		Candidate candidate = actor.candidate(options).start();
		course.await(actor + " is a candidate", () -> course.candidates() >= place);
		settle(course);
		return candidate;
	}

	/**
	 * Wait until everybody sees what there is to see, so that views are read as often
	 * each time.
	 */
	private static void settle(Course course) {
		course.await("all views are up to date", course::isSettled);
	}

	private static void alone(Course course, ElectionOptions options) {
		lead(course, course.actor("a"), options);
	}

	private static void resignAlone(Course course) {
		Candidate candidate = lead(course, course.actor("a"), STRICT);
		candidate.election().resign();
		course.await("a leads again", () -> candidate.leads() && candidate.terms() > 1);
		settle(course);
	}

	private static void resign(Course course, ElectionOptions options) {
		Candidate first = lead(course, course.actor("a"), options);
		Candidate second = join(course, course.actor("b"), options, 2);
		first.election().resign();
		course.await("b has led", () -> second.terms() > 0 || first.terms() > 1);
		settle(course);
	}

	private static void restart(Course course) {
		Candidate candidate = lead(course, course.actor("a"), STRICT);
		candidate.stop();
		course.await("a is out", candidate::isOut);
		candidate.start();
		course.await("a leads again", candidate::leads);
		settle(course);
	}

	private static void pause(Course course) {
		Candidate first = lead(course, course.actor("a"), STRICT);
		Candidate second = join(course, course.actor("b"), STRICT, 2);
		first.pause();
		course.await("b leads", second::leads);
		course.await("a is out", first::isOut);
		settle(course);
		first.resume();
		course.await("a is back", () -> course.candidates() >= 2);
		settle(course);
	}

	private static void leaderCloses(Course course) {
		Actor a = course.actor("a");
		lead(course, a, STRICT);
		Candidate second = join(course, course.actor("b"), STRICT, 2);
		a.close();
		course.await("b leads", second::leads);
		settle(course);
	}

	private static void waitingCloses(Course course) {
		Candidate first = lead(course, course.actor("a"), STRICT);
		Actor b = course.actor("b");
		join(course, b, STRICT, 2);
		b.close();
		course.await("a leads still or again", first::leads);
		settle(course);
	}

	private static void middleLeaves(Course course) {
		Candidate first = lead(course, course.actor("a"), STRICT);
		Candidate second = join(course, course.actor("b"), STRICT, 2);
		Candidate third = join(course, course.actor("c"), STRICT, 3);
		second.stop();
		course.await("b is out", second::isOut);
		course.await("one of the others leads", () -> first.leads() || third.leads());
		settle(course);
		first.stop();
		course.await("c leads", third::leads);
		settle(course);
	}

	private static void observer(Course course) {
		Actor a = course.actor("a");
		Actor b = course.actor("b");
		Candidate watching = course.actor("c").candidate(STRICT.asObserver(true)).start();
		Candidate first = lead(course, a, STRICT);
		course.await("c sees a", () -> watching.sees(a));
		Candidate second = join(course, b, STRICT, 2);
		first.stop();
		course.await("b leads", second::leads);
		course.await("c sees b", () -> watching.sees(b));
		settle(course);
	}

}
