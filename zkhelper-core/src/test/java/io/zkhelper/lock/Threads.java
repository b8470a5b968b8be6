package io.zkhelper.lock;

import java.util.stream.Stream;

/**
 * Threads that begin together and are waited for.
 */
final class Threads {

	private Threads() {
	}

	static void together(Runnable... tasks) {
		Thread[] threads = Stream.of(tasks).map(Thread::new).toArray(Thread[]::new);
		for (Thread thread : threads) {
			thread.start();
		}
		for (Thread thread : threads) {
			join(thread);
		}
	}

	private static void join(Thread thread) {
		try {
			thread.join();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException("Nobody interrupts this test", ex);
		}
	}

}
