package io.zkhelper.lock;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static org.awaitility.Awaitility.await;

/**
 * Locks within this process, and what tests do with them.
 */
class Scenery {

	final DistributedLocks locks = DistributedLocks.single("me");

	/**
	 * Take a lock away from its first holder.
	 */
	void breakLock(String name) {
		LockQueue.Place first = first(name);
		assertBroken(this.locks.breakLock(name, first.token()).toCompletableFuture().join());
	}

	private static void assertBroken(boolean broken) {
		if (!broken) {
			throw new AssertionError("Nobody was there");
		}
	}

	LockQueue.Place first(String name) {
		return queue(name).first().orElseThrow();
	}

	LockQueue queue(String name) {
		return this.locks.inspect(name).toCompletableFuture().join();
	}

	long holders(String name) {
		return queue(name).contenders().stream().filter(LockQueue.Place::holds).count();
	}

	long waiters(String name) {
		return queue(name).contenders().size() - holders(name);
	}

	void awaitWaiters(String name, int count) {
		await().until(() -> waiters(name) == count);
	}

	/**
	 * Run on another thread, whose result can be waited for.
	 */
	static <T> Run<T> start(Callable<T> task) {
		CompletableFuture<T> result = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				result.complete(task.call());
			}
			catch (Throwable ex) {
				result.completeExceptionally(ex);
			}
		});
		thread.setDaemon(true);
		thread.start();
		return new Run<>(thread, result);
	}

	static <T> T onOtherThread(Callable<T> task) throws Exception {
		return start(task).get();
	}

	record Run<T>(Thread thread, CompletableFuture<T> result) {

		T get() throws Exception {
			return this.result.get(10, TimeUnit.SECONDS);
		}

	}

}
