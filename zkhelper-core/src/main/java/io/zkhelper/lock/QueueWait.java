package io.zkhelper.lock;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Waits for the turn of a node that the caller has made.
 */
final class QueueWait implements QueueLock {

	private static final Duration FOR_EVER = Duration.ofDays(100_000);

	/** How long one look may take. */
	private static final Duration LOOK = Duration.ofSeconds(1);

	private final Errands errands;

	private final String path;

	/**
	 * Create a wait.
	 * @param errands where errands are done
	 * @param path the full path of the node
	 * @throws IllegalArgumentException if its name does not end in ten digits
	 */
	QueueWait(Errands errands, String path) {
		this.errands = errands;
		this.path = path;
		Turn.requireSequence(path);
	}

	@Override
	public void await() throws InterruptedException {
		await(FOR_EVER);
	}

	@Override
	public boolean await(Duration timeout) throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException("Interrupted before the turn of '%s' was waited for".formatted(this.path));
		}
		boolean look = timeout.isNegative() || timeout.isZero();
		Turn turn = new Turn(this.errands, this.path, look);
		turn.start();
		try {
			return turn.result().get(nanos(look ? LOOK : timeout), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			return false;
		}
		catch (ExecutionException ex) {
			throw LockException.causeOf(ex);
		}
		finally {
			turn.stop();
		}
	}

	private static long nanos(Duration timeout) {
		return (timeout.compareTo(FOR_EVER) < 0) ? timeout.toNanos() : FOR_EVER.toNanos();
	}

	@Override
	public CompletionStage<Void> awaitAsync() {
		Turn turn = new Turn(this.errands, this.path, false);
		CompletableFuture<Void> result = new CompletableFuture<>();
		turn.result().whenCompleteAsync((first, failure) -> {
			if (failure != null) {
				result.completeExceptionally(failure);
			}
			else {
				result.complete(null);
			}
		}, this.errands.context().listenerExecutor());
		result.whenComplete((nothing, failure) -> turn.stop());
		turn.start();
		return result;
	}

}
