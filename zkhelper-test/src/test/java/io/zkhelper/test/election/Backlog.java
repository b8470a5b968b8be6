package io.zkhelper.test.election;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/**
 * Does nothing of what it is given, until it is told to catch up.
 */
final class Backlog implements Executor {

	private final Queue<Runnable> undone = new ConcurrentLinkedQueue<>();

	private volatile boolean caughtUp;

	@Override
	public void execute(Runnable task) {
		this.undone.add(task);
		if (this.caughtUp) {
			workOff();
		}
	}

	int size() {
		return this.undone.size();
	}

	/**
	 * Do what there is, and from now on whatever comes.
	 */
	void catchUp() {
		this.caughtUp = true;
		workOff();
	}

	private void workOff() {
		for (Runnable task = this.undone.poll(); task != null; task = this.undone.poll()) {
			task.run();
		}
	}

}
