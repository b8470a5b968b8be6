package io.zkhelper.test.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import io.zkhelper.session.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Time that passes only while {@link #runFor} or {@link #runUntil} runs, and then as fast
 * as its tasks allow.
 * <p>
 * Each simulated process gets a loop of its own by {@link #newLoop}. The order in which
 * tasks run is the same at every run: by time, then by the order in which they were
 * handed in. With a seed, each loop is late for each task by a random delay, so that
 * other seeds give other orders, and the same seed gives the same order again.
 * <p>
 * To be used by one thread, which must be the only one that hands tasks to the loops:
 * give a {@code ZkClient} a listener executor that runs on its loop.
 *
 * @since 1.0.0
 */
public final class VirtualTime {

	private static final int MAX_STEPS_AT_ONCE = 1_000_000;

	private final List<VirtualLoop> loops = new ArrayList<>();

	private final List<Consumer<Duration>> observers = new CopyOnWriteArrayList<>();

	private final Random random;

	private final long maxDelayNanos;

	private volatile long nanos;

	private long sequence;

	private int stepsAtOnce;

	private @Nullable Thread thread;

	/**
	 * Make time in which each task runs exactly when it is due.
	 */
	public VirtualTime() {
		this(0, Duration.ZERO);
	}

	/**
	 * Make time in which tasks are late at random.
	 * @param seed decides how late each of them is
	 * @param maxDelay how late a task can be
	 */
	public VirtualTime(long seed, Duration maxDelay) {
		this.random = new Random(seed);
		this.maxDelayNanos = maxDelay.toNanos();
	}

	/**
	 * Return the loop of another simulated process.
	 * @param name what the process is called in messages
	 * @return the loop; both of its clocks run as fast as this time
	 */
	public VirtualLoop newLoop(String name) {
		VirtualLoop loop = new VirtualLoop(this, name);
		this.loops.add(loop);
		return loop;
	}

	/**
	 * Return how much time has passed.
	 * @return the time since this was made
	 */
	public Duration now() {
		return Duration.ofNanos(this.nanos);
	}

	/**
	 * Let time pass.
	 * @param duration how much
	 */
	public void runFor(Duration duration) {
		runUntil(() -> false, duration);
	}

	/**
	 * Let time pass until something has happened. Looks once before, and after each task;
	 * what becomes true between two tasks, since a clock has gone on, is seen with the
	 * next one.
	 * @param condition asks whether it has happened
	 * @param atMost how much time may pass
	 * @return whether it has happened
	 */
	public boolean runUntil(BooleanSupplier condition, Duration atMost) {
		long end = this.nanos + atMost.toNanos();
		boolean happened = condition.getAsBoolean();
		while (!happened && step(end)) {
			happened = condition.getAsBoolean();
		}
		if (!happened) {
			advanceTo(end);
			happened = condition.getAsBoolean();
		}
		return happened;
	}

	private boolean step(long end) {
		requireOneThread();
		VirtualLoop next = null;
		long when = Long.MAX_VALUE;
		for (VirtualLoop loop : this.loops) {
			long ready = loop.readyAt();
			if (ready < when || (next != null && ready == when && loop.headSequence() < next.headSequence())) {
				next = loop;
				when = ready;
			}
		}
		if (next == null || when > end) {
			return false;
		}
		advanceTo(when);
		requireProgress(next);
		next.runNext();
		this.observers.forEach((observer) -> observer.accept(now()));
		return true;
	}

	private void advanceTo(long when) {
		if (when > this.nanos) {
			this.nanos = when;
			this.stepsAtOnce = 0;
		}
	}

	private void requireProgress(VirtualLoop loop) {
		if (++this.stepsAtOnce > MAX_STEPS_AT_ONCE) {
			throw new IllegalStateException(
					"Time does not pass: a million tasks have run at %s, the last one in '%s'".formatted(now(), loop));
		}
	}

	/**
	 * Return how many tasks and timers wait in all loops, to see that none piles up.
	 * @return the number of tasks
	 */
	public int pending() {
		return this.loops.stream().mapToInt(VirtualLoop::pending).sum();
	}

	/**
	 * Be called after each task, to check what must hold at any time. What the observer
	 * throws is thrown at whoever lets time pass.
	 * @param observer takes the time, as of {@link #now()}
	 * @return removes the observer
	 */
	public Cancellable observe(Consumer<Duration> observer) {
		this.observers.add(observer);
		return () -> this.observers.remove(observer);
	}

	long nanos() {
		return this.nanos;
	}

	long nextSequence() {
		return this.sequence++;
	}

	long nextDelay() {
		return (this.maxDelayNanos > 0) ? this.random.nextLong(this.maxDelayNanos) : 0;
	}

	void requireOneThread() {
		Thread current = Thread.currentThread();
		if (this.thread == null) {
			this.thread = current;
		}
		if (this.thread != current) {
			throw new IllegalStateException("Virtual time is used by '%s', and now by '%s' as well"
				.formatted(this.thread.getName(), current.getName()));
		}
	}

}
