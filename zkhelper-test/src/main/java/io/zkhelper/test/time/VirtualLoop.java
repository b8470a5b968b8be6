package io.zkhelper.test.time;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.UUID;

import io.zkhelper.session.Cancellable;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Moment;
import org.jspecify.annotations.Nullable;

/**
 * The event loop of one simulated process: its only thread and both of its clocks.
 * <p>
 * Its tasks run while {@link VirtualTime} runs, in the order of the times at which they
 * are due by the loop's own monotonic clock, and in the order in which they were handed
 * in where these are equal. A task takes no time. What a task throws is thrown at whoever
 * lets time pass.
 * <p>
 * May be used by one thread only, the one that lets time pass, except {@link #now()}.
 *
 * @since 1.0.0
 */
public final class VirtualLoop implements EventLoop {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private final VirtualTime time;

	private final String name;

	private final Ticker monotonic;

	private final Ticker wall;

	private final Queue<Task> tasks = new PriorityQueue<>();

	private @Nullable Task head;

	private long headSince;

	private long headDelay;

	private boolean paused;

	private boolean shutDown;

	VirtualLoop(VirtualTime time, String name) {
		this.time = time;
		this.name = name;
		this.monotonic = new Ticker(time.nanos());
		this.wall = new Ticker(time.nanos());
	}

	@Override
	public Moment now() {
		long now = this.time.nanos();
		return new Moment(this.monotonic.at(now), START.plusNanos(this.wall.at(now)));
	}

	@Override
	public String newIdentity() {
		return new UUID(0, this.time.nextSequence()).toString();
	}

	@Override
	public void execute(Runnable task) {
		add(0, false, task);
	}

	@Override
	public Cancellable schedule(Duration delay, Runnable task) {
		if (this.shutDown) {
			return () -> {
			};
		}
		return add(delay.toNanos(), false, task);
	}

	@Override
	public Cancellable scheduleBeyond(Duration delay, Runnable task) {
		return add(delay.toNanos(), true, task);
	}

	private Cancellable add(long nanos, boolean lasting, Runnable task) {
		this.time.requireOneThread();
		long due = this.monotonic.at(this.time.nanos()) + Math.max(0, nanos);
		Task added = new Task(due, this.time.nextSequence(), lasting, task);
		this.tasks.add(added);
		return () -> this.tasks.remove(added);
	}

	@Override
	public void shutdown() {
		this.shutDown = true;
		long now = this.monotonic.at(this.time.nanos());
		this.tasks.removeIf((task) -> task.due() > now && !task.lasting());
	}

	/**
	 * Freeze the process: its tasks pile up until {@link #resume()}, while its clocks go
	 * on. A second call does nothing.
	 */
	public void pause() {
		this.paused = true;
	}

	/**
	 * Let the frozen process go on: what has become due meanwhile runs now, in order.
	 */
	public void resume() {
		this.paused = false;
	}

	/**
	 * Return whether the process is frozen.
	 * @return {@code true} between {@link #pause()} and {@link #resume()}
	 */
	public boolean isPaused() {
		return this.paused;
	}

	/**
	 * Let both clocks run faster or slower from now on. Timers follow the clock.
	 * @param rate how many seconds they show for one second of virtual time; 1 by default
	 */
	public void setClockRate(double rate) {
		setMonotonicRate(rate);
		this.wall.setRate(this.time.nanos(), rate);
	}

	/**
	 * Let the monotonic clock alone run faster or slower from now on. Timers follow it.
	 * @param rate as for {@link #setClockRate}; 0 lets it stand still, as on a machine
	 * that sleeps
	 */
	public void setMonotonicRate(double rate) {
		this.monotonic.setRate(this.time.nanos(), rate);
	}

	/**
	 * Set the wall clock forward or back.
	 * @param step how far; negative to set it back
	 */
	public void stepWallClock(Duration step) {
		this.wall.jump(step.toNanos());
	}

	/**
	 * Return when the next task can run, in virtual nanoseconds.
	 */
	long readyAt() {
		Task next = this.tasks.peek();
		if (next == null || this.paused) {
			return Long.MAX_VALUE;
		}
		if (next != this.head) {
			this.head = next;
			this.headSince = this.time.nanos();
			this.headDelay = this.time.nextDelay();
		}
		long due = this.monotonic.whenItShows(next.due(), this.time.nanos());
		return (due == Long.MAX_VALUE) ? due : Math.max(due, this.headSince) + this.headDelay;
	}

	/**
	 * Return which task came first, among those that can run at the same time.
	 */
	long headSequence() {
		Task next = this.tasks.peek();
		return (next != null) ? next.sequence() : Long.MAX_VALUE;
	}

	int pending() {
		return this.tasks.size();
	}

	void runNext() {
		Task next = this.tasks.poll();
		if (next != null) {
			next.runnable().run();
		}
	}

	@Override
	public String toString() {
		return this.name;
	}

	/**
	 * A task and its place in the order.
	 */
	private record Task(long due, long sequence, boolean lasting, Runnable runnable) implements Comparable<Task> {

		@Override
		public int compareTo(Task other) {
			return (this.due != other.due) ? Long.compare(this.due, other.due)
					: Long.compare(this.sequence, other.sequence);
		}

	}

}
