package io.zkhelper.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;

import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One task at a time, whichever threads bring them and however they take turns.
 */
class TurnstileConcurrencyTests {

	private static final int SCENARIOS = Integer.getInteger("zkhelper.lincheck.scenarios", 2);

	private static final int SCHEDULES = Integer.getInteger("zkhelper.lincheck.schedules", 500);

	private static final int TASKS = Integer.getInteger("zkhelper.turnstile.tasks", 20_000);

	@Test
	void tasksOfSeveralThreadsRunOneAtATimeInOrderAndAll() {
		new ModelCheckingOptions().threads(2)
			.actorsBefore(0)
			.actorsPerThread(3)
			.actorsAfter(1)
			.iterations(SCENARIOS)
			.invocationsPerIteration(SCHEDULES)
			.check(SharedTurnstile.class);
	}

	// Too many steps to try all orders of them: real threads, which bring tasks while one
	// after the other is relieved
	@Test
	void nothingIsLostAtTheReliefs() {
		List<Thread> reliefs = new ArrayList<>();
		Crowd crowd = new Crowd((task) -> {
			Thread relief = new Thread(task);
			reliefs.add(relief);
			relief.start();
		});
		CountDownLatch crowded = new CountDownLatch(2);
		crowd.keepOthersOut(crowded);
		Threads.together(() -> bring(crowd, 0, crowded), () -> bring(crowd, 1, crowded));
		CountDownLatch over = new CountDownLatch(1);
		crowd.turnstile.enter(over::countDown);
		assertThat(isReached(over)).as("nobody is forgotten").isTrue();
		assertThat(crowd.keptOthersOut).as("nobody waits at the entrance").isTrue();
		assertThat(reliefs).hasSizeGreaterThanOrEqualTo(3);
		crowd.assertLetIn(2 * TASKS, 2 * TASKS);
	}

	// Half of them while somebody is kept inside, half while reliefs are at work
	private static void bring(Crowd crowd, int thread, CountDownLatch crowded) {
		crowd.bring(thread, 0, TASKS);
		crowded.countDown();
		crowd.bring(thread, TASKS, 2 * TASKS);
	}

	private static boolean isReached(CountDownLatch latch) {
		try {
			return latch.await(1, TimeUnit.MINUTES);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("Nobody interrupts this test", ex);
		}
	}

	/**
	 * A turnstile to which threads bring tasks. There are no results to compare: what
	 * counts is what has happened inside.
	 */
	public static class SharedTurnstile {

		private final Crowd crowd = new Crowd((task) -> {
			throw new IllegalStateException("Nobody needs relief from so few");
		});

		private final AtomicIntegerArray brought = new AtomicIntegerArray(2);

		@Operation(nonParallelGroup = "first")
		public void bringFirst() {
			bring(0);
		}

		@Operation(nonParallelGroup = "second")
		public void bringSecond() {
			bring(1);
		}

		private void bring(int thread) {
			int number = this.brought.getAndIncrement(thread);
			this.crowd.bring(thread, number, number + 1);
		}

		@Validate
		public void allWereLetIn() {
			this.crowd.assertLetIn(this.brought.get(0), this.brought.get(1));
		}

	}

	/**
	 * What has happened inside, written down without any protection but the turnstile's.
	 */
	private static final class Crowd {

		final Turnstile turnstile;

		private final int[] done = new int[2];

		private boolean disorder;

		private int inside;

		private int most;

		private boolean keptOthersOut;

		Crowd(Executor relief) {
			this.turnstile = new Turnstile(relief);
		}

		// Returns when somebody is inside, who must not be one of those that bring tasks:
		// the turnstile would wait for itself. What is thrown inside reaches no test
		void keepOthersOut(CountDownLatch until) {
			CountDownLatch inside = new CountDownLatch(1);
			new Thread(() -> this.turnstile.enter(() -> {
				inside.countDown();
				this.keptOthersOut = isReached(until);
			})).start();
			assertThat(isReached(inside)).as("the first one is let in").isTrue();
		}

		void bring(int thread, int from, int to) {
			for (int i = from; i < to; i++) {
				int task = i;
				this.turnstile.enter(() -> letIn(thread, task));
			}
		}

		private void letIn(int thread, int task) {
			this.inside++;
			this.most = Math.max(this.most, this.inside);
			this.disorder |= this.done[thread] != task;
			this.done[thread]++;
			this.inside--;
		}

		// Lincheck looks into each step, so that AssertJ would take too long
		void assertLetIn(int first, int second) {
			if (this.most > 1 || this.disorder || this.done[0] != first || this.done[1] != second) {
				throw new AssertionError("At most %d at once, in order: %s, %d of %d and %d of %d".formatted(this.most,
						!this.disorder, this.done[0], first, this.done[1], second));
			}
		}

	}

}
