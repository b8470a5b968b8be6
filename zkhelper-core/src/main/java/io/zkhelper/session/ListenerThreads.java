package io.zkhelper.session;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that run listeners when the user has no executor for that: daemons, made on
 * demand, which end after a second without work.
 *
 * @since 1.0.0
 */
public final class ListenerThreads {

	private static final Logger logger = LoggerFactory.getLogger(ListenerThreads.class);

	private ListenerThreads() {
	}

	/**
	 * Return an executor that makes a thread whenever none is idle.
	 * @return the executor, which need not be shut down
	 */
	public static Executor start() {
		return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), (task) -> {
			Thread thread = new Thread(task, "zkhelper-listener");
			thread.setDaemon(true);
			return thread;
		});
	}

	/**
	 * Return an executor that never refuses: what the given one does not take gets a
	 * thread all the same, so that no event is lost and no handle left open.
	 */
	static Executor behind(Executor executor) {
		Executor own = start();
		return (task) -> {
			try {
				executor.execute(task);
			}
			catch (RejectedExecutionException ex) {
				logger.debug("The executor for listeners takes no more work", ex);
				own.execute(task);
			}
		};
	}

}
