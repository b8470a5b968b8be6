package io.zkhelper.test.election;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import io.zkhelper.election.LeaderTask;
import io.zkhelper.election.Leadership;
import io.zkhelper.election.TaskDidNotStopException;
import io.zkhelper.election.TaskResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A task that is at work until it is interrupted, or until it is let go if it does not
 * care about interrupts. That it is never called twice at a time is checked.
 */
final class Toil implements LeaderTask {

	private final boolean obedient;

	private final CountDownLatch letGo = new CountDownLatch(1);

	private final AtomicInteger atWork = new AtomicInteger();

	private final List<Leadership> terms = new CopyOnWriteArrayList<>();

	private final List<String> complaints = new CopyOnWriteArrayList<>();

	private volatile boolean interrupted;

	private Toil(boolean obedient) {
		this.obedient = obedient;
	}

	static Toil obedient() {
		return new Toil(true);
	}

	static Toil stubborn() {
		return new Toil(false);
	}

	@Override
	public TaskResult run(Leadership leadership) throws InterruptedException {
		assertThat(this.atWork.incrementAndGet()).as("calls at a time").isEqualTo(1);
		this.terms.add(leadership);
		try {
			work();
			return TaskResult.LEAVE;
		}
		finally {
			this.atWork.decrementAndGet();
		}
	}

	private void work() throws InterruptedException {
		boolean done = false;
		while (!done) {
			try {
				this.letGo.await();
				done = true;
			}
			catch (InterruptedException ex) {
				this.interrupted = true;
				if (this.obedient) {
					throw ex;
				}
			}
		}
	}

	@Override
	public void onOverdue(TaskDidNotStopException overdue) {
		this.complaints.add(overdue.getMessage() + " at " + overdue.getStackTrace().length + " frames");
	}

	void letGo() {
		this.letGo.countDown();
	}

	boolean isAtWork() {
		return this.atWork.get() > 0;
	}

	boolean wasInterrupted() {
		return this.interrupted;
	}

	List<Leadership> terms() {
		return this.terms;
	}

	List<String> complaints() {
		return this.complaints;
	}

}
