package io.zkhelper.test.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.zkhelper.claim.Safety;
import io.zkhelper.lock.LockOptions;

/**
 * Locks of one holder.
 */
final class LockScenarios {

	static final String LEDGER = "ledger";

	private static final LockOptions STRICT = LockOptions.DEFAULT.withSafety(Safety.STRICT);

	private static final LockOptions PERSISTENT = LockOptions.DEFAULT.persistent(true);

	private static final LockOptions RETAINED = LockOptions.DEFAULT.withRetention(Duration.ofSeconds(30));

	static final Scenario UNCONTENDED = new Scenario("uncontended lock",
			(course) -> uncontended(course, LockOptions.DEFAULT));

	static final Scenario CONTENDED = new Scenario("contended lock, two clients",
			(course) -> contended(course, LockOptions.DEFAULT));

	static final Scenario RELEASE = new Scenario("acquire, release, acquire again", LockScenarios::again);

	static final Scenario HAND_OVER = new Scenario("hand-over among local threads", LockScenarios::handOver);

	private LockScenarios() {
	}

	static List<Scenario> all() {
		return List.of(UNCONTENDED, RELEASE, CONTENDED, HAND_OVER,
				new Scenario("contended lock, three clients", LockScenarios::three),
				new Scenario("a middle waiter leaves", LockScenarios::middleLeaves),
				new Scenario("close of the holder's client", LockScenarios::holderCloses),
				new Scenario("close of a waiter's client", LockScenarios::waiterCloses),
				new Scenario("strict lock", (course) -> uncontended(course, STRICT)),
				new Scenario("strict lock, contended", (course) -> contended(course, STRICT)),
				new Scenario("persistent lock", (course) -> uncontended(course, PERSISTENT)),
				new Scenario("persistent lock, contended", (course) -> contended(course, PERSISTENT)),
				new Scenario("retained lock taken again", LockScenarios::retained),
				new Scenario("retained lock and a newcomer", LockScenarios::newcomer),
				new Scenario("a lock held over heartbeats", LockScenarios::heartbeats),
				new Scenario("a waiter that pings", LockScenarios::ping));
	}

	private static void uncontended(Course course, LockOptions options) {
		take(course, course.actor("a"), options).letGo();
	}

	static Want take(Course course, Actor actor, LockOptions options) {
		Want want = actor.want(LEDGER, options);
		course.await(actor + " holds", want::isHeld);
		return want;
	}

	/**
	 * Let somebody ask for what others have, and wait until it stands in the queue.
	 */
	static Want queue(Course course, Actor actor, LockOptions options, int place) {
		Want want = actor.want(LEDGER, options);
		course.awaitPlace(actor, want, LEDGER, place);
		return want;
	}

	private static void again(Course course) {
		Actor a = course.actor("a");
		for (int i = 0; i < 2; i++) {
			Want want = take(course, a, LockOptions.DEFAULT);
			want.letGo();
			course.await("a has let go", want::isGone);
		}
	}

	private static void contended(Course course, LockOptions options) {
		Want first = take(course, course.actor("a"), options);
		Want second = queue(course, course.actor("b"), options, 2);
		passOn(course, first, second);
		second.letGo();
	}

	private static void passOn(Course course, Want from, Want to) {
		from.letGo();
		course.await("the next one holds", to::isHeld);
	}

	private static void three(Course course) {
		Want first = take(course, course.actor("a"), LockOptions.DEFAULT);
		Want second = queue(course, course.actor("b"), LockOptions.DEFAULT, 2);
		Want third = queue(course, course.actor("c"), LockOptions.DEFAULT, 3);
		first.letGo();
		List<Want> others = new ArrayList<>(List.of(second, third));
		passOn(course, others);
		passOn(course, others);
	}

	private static void middleLeaves(Course course) {
		Want first = take(course, course.actor("a"), LockOptions.DEFAULT);
		Want second = queue(course, course.actor("b"), LockOptions.DEFAULT, 2);
		Want third = queue(course, course.actor("c"), LockOptions.DEFAULT, 3);
		second.letGo();
		course.await("b has left", () -> course.queue(LEDGER) <= 2);
		passOn(course, first, third);
	}

	private static void holderCloses(Course course) {
		Actor a = course.actor("a");
		take(course, a, LockOptions.DEFAULT);
		Want second = queue(course, course.actor("b"), LockOptions.DEFAULT, 2);
		a.close();
		course.await("b holds", second::isHeld);
	}

	private static void waiterCloses(Course course) {
		Want first = take(course, course.actor("a"), LockOptions.DEFAULT);
		Actor b = course.actor("b");
		queue(course, b, LockOptions.DEFAULT, 2);
		b.close();
		course.await("a holds still or again", first::isHeld);
	}

	private static void handOver(Course course) {
		Actor a = course.actor("a");
		Want first = take(course, a, LockOptions.DEFAULT);
		Want second = a.want(LEDGER);
		Want third = a.want(LEDGER);
		Want stranger = queue(course, course.actor("b"), LockOptions.DEFAULT, 2);
		List<Want> wants = new ArrayList<>(List.of(first, second, third, stranger));
		while (!wants.isEmpty()) {
			passOn(course, wants);
		}
	}

	// In whatever order: who has lost it stands behind the others
	private static void passOn(Course course, List<Want> wants) {
		course.await("somebody holds", () -> wants.stream().anyMatch(Want::isHeld));
		wants.stream().filter(Want::isHeld).findFirst().ifPresent((holder) -> {
			holder.letGo();
			wants.remove(holder);
		});
	}

	private static void retained(Course course) {
		Actor a = course.actor("a");
		close(take(course, a, RETAINED));
		take(course, a, RETAINED);
	}

	private static void newcomer(Course course) {
		close(take(course, course.actor("a"), RETAINED));
		Actor b = course.actor("b");
		take(course, b, RETAINED);
		course.awaitQuiet(b);
	}

	// The process keeps it
	private static void close(Want want) {
		want.handOver();
		want.held().close();
	}

	private static void heartbeats(Course course) {
		Want want = take(course, course.actor("a"), LockOptions.DEFAULT);
		course.await("a heartbeat was sent", () -> course.trace().hasDue("a", "check"));
		course.await("a holds still or again", want::isHeld);
	}

	private static void ping(Course course) {
		Want first = take(course, course.actor("a"), LockOptions.DEFAULT);
		Want second = queue(course, course.actor("b"), LockOptions.DEFAULT, 2);
		course.await("b has pinged", () -> second.isHeld() || course.trace().hasDue("b", "ping"));
		passOn(course, first, second);
	}

}
