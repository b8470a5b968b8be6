package io.zkhelper.session;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The daemon threads that run listeners when the user has no executor for that. Idle ones
 * go away.
 */
final class ListenerThreads {

	private static final long IDLE_SECONDS = 10;

	private final ThreadPoolExecutor threads = new ThreadPoolExecutor(0, Integer.MAX_VALUE, IDLE_SECONDS,
			TimeUnit.SECONDS, new SynchronousQueue<>(), (task) -> {
				Thread thread = new Thread(task, "zkhelper-listener");
				thread.setDaemon(true);
				return thread;
			});

	Executor executor() {
		return this.threads;
	}

	void shutdown() {
		this.threads.shutdown();
	}

}
