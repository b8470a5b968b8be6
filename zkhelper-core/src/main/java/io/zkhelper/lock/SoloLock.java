package io.zkhelper.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;

/**
 * A lock within this process.
 */
class SoloLock implements DistributedLock {

	private static final Duration FOR_EVER = Duration.ofNanos(Long.MAX_VALUE);

	private final SoloDesk desk;

	private final SoloShare share;

	private final Lock asLock;

	SoloLock(SoloDesk desk, SoloShare share) {
		this.desk = desk;
		this.share = share;
		this.asLock = new JavaLock(this);
	}

	SoloDesk desk() {
		return this.desk;
	}

	@Override
	public String name() {
		return this.desk.lock();
	}

	@Override
	public HeldLock acquire() throws InterruptedException {
		return acquire(FOR_EVER);
	}

	@Override
	public HeldLock acquire(Duration timeout) throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		SoloPlace place = this.desk.join(this.share, Thread.currentThread(), nanos(timeout) == 0);
		try {
			return place.outcome().get(nanos(timeout), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			return giveUp(place, timeout);
		}
		catch (InterruptedException ex) {
			abandon(place);
			throw ex;
		}
		catch (ExecutionException ex) {
			throw LockException.causeOf(ex);
		}
	}

	private static long nanos(Duration timeout) {
		return (timeout.compareTo(FOR_EVER) < 0) ? Math.max(0, timeout.toNanos()) : Long.MAX_VALUE;
	}

	private HeldLock giveUp(SoloPlace place, Duration timeout) {
		if (place.outcome().cancel(false)) {
			throw new LockTimeoutException(name(), timeout, this.desk.queues().leave(place));
		}
		try {
			return place.outcome().join();
		}
		catch (CompletionException ex) {
			throw LockException.causeOf(ex);
		}
	}

	private void abandon(SoloPlace place) {
		if (place.outcome().cancel(false)) {
			this.desk.queues().leave(place);
		}
		else {
			place.outcome().thenAccept(HeldLock::close);
		}
	}

	@Override
	public Optional<HeldLock> tryAcquire(Duration timeout) throws InterruptedException {
		try {
			return Optional.of(acquire(timeout));
		}
		catch (LockTimeoutException ex) {
			return Optional.empty();
		}
	}

	@Override
	public CompletionStage<HeldLock> acquireAsync() {
		return acquireAsync(FOR_EVER);
	}

	@Override
	public CompletionStage<HeldLock> acquireAsync(Duration timeout) {
		SoloPlace place = this.desk.join(this.share, null, false);
		CompletableFuture<HeldLock> result = new CompletableFuture<>();
		place.outcome().whenCompleteAsync((held, failure) -> {
			if (failure != null) {
				result.completeExceptionally(explained(failure, place, timeout));
			}
			else if (!result.complete(held)) {
				held.close();
			}
		}, this.desk.queues().executor());
		if (nanos(timeout) < Long.MAX_VALUE) {
			place.outcome().orTimeout(nanos(timeout), TimeUnit.NANOSECONDS);
		}
		result.whenComplete((held, failure) -> {
			if (result.isCancelled()) {
				abandon(place);
			}
		});
		return result;
	}

	private Throwable explained(Throwable failure, SoloPlace place, Duration timeout) {
		return (failure instanceof TimeoutException)
				? new LockTimeoutException(name(), timeout, this.desk.queues().leave(place)) : failure;
	}

	@Override
	public Lock asLock() {
		return this.asLock;
	}

}
