package io.zkhelper.test.fault;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockLostException;
import io.zkhelper.lock.LockOptions;

import static io.zkhelper.test.fault.LockScenarios.LEDGER;
import static io.zkhelper.test.fault.LockScenarios.queue;
import static io.zkhelper.test.fault.LockScenarios.take;

/**
 * Locks that somebody does not want any more, or looks at only.
 */
final class GivingUpScenarios {

	private GivingUpScenarios() {
	}

	static List<Scenario> all() {
		return List.of(new Scenario("an attempt that times out", GivingUpScenarios::timeout),
				new Scenario("a look at a lock that is held", GivingUpScenarios::look),
				new Scenario("a look at a lock that is free", GivingUpScenarios::lookAtFree),
				new Scenario("a wait that is cancelled", GivingUpScenarios::cancel),
				new Scenario("a wait that is interrupted", GivingUpScenarios::interrupt),
				new Scenario("a lock that is broken by an operator", GivingUpScenarios::breaking),
				new Scenario("a holder who is asked to let go", GivingUpScenarios::wish),
				new Scenario("a queue that is looked at", GivingUpScenarios::inspect));
	}

	private static void timeout(Course course) {
		Want first = take(course, course.actor("a"), LockOptions.DEFAULT);
		Actor b = course.actor("b");
		settle(course, () -> ledger(b).acquireAsync(Duration.ofMillis(100)));
		first.letGo();
		take(course, b, LockOptions.DEFAULT);
	}

	private static DistributedLock ledger(Actor actor) {
		return actor.locks().get(LEDGER);
	}

	/**
	 * Ask for a lock once, and let go at once if it is to be had.
	 */
	private static void settle(Course course, Supplier<CompletionStage<HeldLock>> attempt) {
		CompletableFuture<HeldLock> asked = attempt.get().toCompletableFuture();
		CompletableFuture<Void> over = asked.handle((held, ex) -> held)
			.thenCompose((held) -> (held != null) ? held.release() : CompletableFuture.completedStage(null));
		course.await("granted or told", over::isDone);
	}

	private static void look(Course course) {
		take(course, course.actor("a"), LockOptions.DEFAULT);
		Actor b = course.actor("b");
		settle(course, () -> ledger(b).acquireAsync(Duration.ZERO));
	}

	private static void lookAtFree(Course course) {
		Actor a = course.actor("a");
		settle(course, () -> ledger(a).acquireAsync(Duration.ZERO));
	}

	private static void cancel(Course course) {
		take(course, course.actor("a"), LockOptions.DEFAULT);
		Want second = queue(course, course.actor("b"), LockOptions.DEFAULT, 2);
		second.letGo();
		course.await("b has left", () -> course.queue(LEDGER) <= 1);
	}

	private static void interrupt(Course course) {
		take(course, course.actor("a"), LockOptions.DEFAULT);
		Actor b = course.actor("b");
		FutureTask<String> waiting = new FutureTask<>(() -> holdOnce(ledger(b)), "over");
		Thread thread = new Thread(waiting, "waiter");
		thread.start();
		course.await("b waits", () -> waiting.isDone() || course.queue(LEDGER) >= 2);
		course.awaitQuiet(b);
		thread.interrupt();
		course.await("b has given up", waiting::isDone);
	}

	private static void holdOnce(DistributedLock lock) {
		try (HeldLock held = lock.acquire()) {
			held.isValid();
		}
		catch (InterruptedException | LockLostException ex) {
			// Told
		}
	}

	// Its holder is a process that is gone
	private static void breaking(Course course) {
		course.stranger().make(course.root() + "/locks/" + LEDGER + "/_c_gone-lock-");
		Actor a = course.actor("a");
		Want want = queue(course, a, LockOptions.DEFAULT, 2);
		Request<Boolean> broken = new Request<>(() -> a.locks()
			.inspect(LEDGER)
			.thenCompose((queue) -> queue.first()
				.filter((first) -> first.node().startsWith("_c_gone"))
				.map((first) -> a.locks().breakLock(LEDGER, first.token()))
				.orElse(CompletableFuture.completedStage(true))));
		course.await("the lock is broken", () -> broken.isAnswered() && want.isHeld());
	}

	private static void wish(Course course) {
		Actor a = course.actor("a");
		Want first = take(course, a, LockOptions.DEFAULT);
		listen(first);
		course.awaitQuiet(a);
		Actor b = course.actor("b");
		Want second = queue(course, b, LockOptions.DEFAULT, 2);
		Request<Boolean> asked = new Request<>(() -> b.locks().requestRelease(LEDGER));
		course.await("b was answered", asked::isAnswered);
		// Who has lost it in between, or asks again, has not heard the wish
		course.await("a has let go or b holds, or a has lost the hold that was asked for",
				() -> first.isGone() || second.isHeld() || first.hasAskedAgain());
		course.awaitQuiet(a);
	}

	private static void listen(Want want) {
		try {
			want.held().onReleaseRequested(want::letGo);
		}
		catch (LockLostException ex) {
			// Lost a moment ago, and asked for again
		}
	}

	private static void inspect(Course course) {
		take(course, course.actor("a"), LockOptions.DEFAULT);
		Actor b = course.actor("b");
		Request<Integer> size = new Request<>(
				() -> b.locks().inspect(LEDGER).thenApply((queue) -> queue.contenders().size()));
		course.await("b has seen the queue", size::isAnswered);
	}

}
