package io.zkhelper.test.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/**
 * Threads of a test, which have to end with it.
 */
final class Threads {

	private final List<Thread> threads = new ArrayList<>();

	/**
	 * Run something on a thread of its own.
	 */
	<T> FutureTask<T> start(Callable<T> task) {
		FutureTask<T> result = new FutureTask<>(task);
		Thread thread = new Thread(result);
		this.threads.add(thread);
		thread.start();
		return result;
	}

	void interruptLast() {
		this.threads.get(this.threads.size() - 1).interrupt();
	}

	void join() throws InterruptedException {
		for (Thread thread : this.threads) {
			thread.join();
		}
	}

}
