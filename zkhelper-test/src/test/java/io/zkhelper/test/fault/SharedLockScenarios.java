package io.zkhelper.test.fault;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import io.zkhelper.lock.DistributedReadWriteLock;
import io.zkhelper.lock.HeldLock;

/**
 * Readers, writers and permits, and several locks at once.
 */
final class SharedLockScenarios {

	private static final String CATALOGUE = "catalogue";

	private static final String PRINTERS = "printers";

	private SharedLockScenarios() {
	}

	static List<Scenario> all() {
		return List.of(new Scenario("readers share", SharedLockScenarios::readers),
				new Scenario("a writer waits for readers", SharedLockScenarios::writer),
				new Scenario("downgrade", SharedLockScenarios::downgrade),
				new Scenario("semaphore", SharedLockScenarios::semaphore),
				new Scenario("several permits at once", SharedLockScenarios::severalPermits),
				new Scenario("a semaphore that grows", SharedLockScenarios::growth),
				new Scenario("several locks at once", SharedLockScenarios::several));
	}

	private static Want read(Actor actor) {
		return actor.want(Share.reading(CATALOGUE), catalogue(actor).read());
	}

	private static DistributedReadWriteLock catalogue(Actor actor) {
		return actor.locks().readWrite(CATALOGUE);
	}

	private static Want write(Actor actor) {
		return actor.want(Share.writing(CATALOGUE), catalogue(actor).write());
	}

	private static void hold(Course course, Want want) {
		course.await("it is held", want::isHeld);
	}

	private static void readers(Course course) {
		Want first = read(course.actor("a"));
		hold(course, first);
		Want second = read(course.actor("b"));
		course.await("both read", () -> first.isHeld() && second.isHeld());
	}

	private static void writer(Course course) {
		Want first = read(course.actor("a"));
		hold(course, first);
		Actor b = course.actor("b");
		Want second = read(b);
		hold(course, second);
		Actor c = course.actor("c");
		Want writing = write(c);
		course.awaitPlace(c, writing, CATALOGUE, 3);
		first.letGo();
		second.letGo();
		hold(course, writing);
	}

	private static void downgrade(Course course) {
		Actor a = course.actor("a");
		Want writing = write(a);
		hold(course, writing);
		Actor b = course.actor("b");
		Want other = read(b);
		course.awaitPlace(b, other, CATALOGUE, 2);
		Want reading = a.want(new Want(a, Share.reading(CATALOGUE), inPlaceOf(writing, catalogue(a))));
		writing.handOver();
		course.await("both read", () -> reading.isHeld() && other.isHeld());
	}

	private static Supplier<CompletionStage<HeldLock>> inPlaceOf(Want writing, DistributedReadWriteLock lock) {
		HeldLock writer = writing.held();
		AtomicBoolean done = new AtomicBoolean();
		return () -> done.getAndSet(true) ? lock.read().acquireAsync() : lock.downgradeAsync(writer);
	}

	private static Want permits(Actor actor, int permits, int of) {
		return actor.want(Share.permits(PRINTERS, permits, 3), actor.locks().semaphore(PRINTERS, of).several(permits));
	}

	private static void semaphore(Course course) {
		Want first = permits(course.actor("a"), 1, 3);
		hold(course, first);
		Want second = permits(course.actor("b"), 1, 3);
		hold(course, second);
		Actor c = course.actor("c");
		Want third = permits(c, 1, 3);
		hold(course, third);
		Want fourth = permits(c, 1, 3);
		course.awaitPlace(c, fourth, PRINTERS, 4);
		first.letGo();
		hold(course, fourth);
		course.awaitQuiet(c);
	}

	private static void severalPermits(Course course) {
		Want first = permits(course.actor("a"), 2, 3);
		hold(course, first);
		Actor b = course.actor("b");
		Want second = permits(b, 2, 3);
		course.awaitPlace(b, second, PRINTERS, 2);
		first.letGo();
		hold(course, second);
		course.awaitQuiet(b);
	}

	private static void growth(Course course) {
		Want first = permits(course.actor("a"), 1, 1);
		hold(course, first);
		Actor b = course.actor("b");
		Want second = permits(b, 1, 2);
		course.awaitPlace(b, second, PRINTERS, 2);
		first.letGo();
		Want third = permits(course.actor("c"), 1, 2);
		course.await("both hold", () -> second.isHeld() && third.isHeld());
		course.awaitQuiet(b);
	}

	private static void several(Course course) {
		Actor a = course.actor("a");
		Share both = Share.allOf("account-1, account-2");
		Want first = a.want(both, a.locks().all("account-1", "account-2"));
		hold(course, first);
		Actor b = course.actor("b");
		Want second = b.want(both, b.locks().all("account-2", "account-1"));
		course.awaitPlace(b, second, "account-1", 2);
		first.letGo();
		hold(course, second);
	}

}
