package io.zkhelper.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Lock;

import org.jspecify.annotations.Nullable;

/**
 * A lock for which processes queue in ZooKeeper.
 */
final class QueuedLock implements DistributedLock {

	static final Duration LOOK = Duration.ofSeconds(1);

	private static final Duration FOR_EVER = Duration.ofDays(100_000);

	private final LockSpec spec;

	private final LockContext context;

	private final LockDesk desk;

	private final Lock lock = new JavaLock(this);

	/**
	 * Create a lock.
	 * @param spec what kind of contender it is
	 * @param context what all locks work with
	 * @param desk takes requests
	 */
	QueuedLock(LockSpec spec, LockContext context, LockDesk desk) {
		this.spec = spec;
		this.context = context;
		this.desk = desk;
	}

	LockSpec spec() {
		return this.spec;
	}

	@Override
	public String name() {
		return this.spec.name();
	}

	@Override
	public HeldLock acquire() throws InterruptedException {
		return tryAcquire(FOR_EVER).orElseThrow();
	}

	@Override
	public HeldLock acquire(Duration timeout) throws InterruptedException {
		LockRequest request = request(Thread.currentThread(), timeout);
		Optional<HeldLock> held = await(request, timeout);
		return held.isPresent() ? held.get() : failed(request, timeout);
	}

	private HeldLock failed(LockRequest request, Duration timeout) throws InterruptedException {
		try {
			Obstacle obstacle = this.desk.obstacle(this.spec, request).toCompletableFuture().get();
			throw new LockTimeoutException(name(), timeout, obstacle);
		}
		catch (ExecutionException ex) {
			throw LockException.causeOf(ex);
		}
	}

	@Override
	public Optional<HeldLock> tryAcquire(Duration timeout) throws InterruptedException {
		return await(request(Thread.currentThread(), timeout), timeout);
	}

	private Optional<HeldLock> await(LockRequest request, Duration timeout) throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException("Interrupted before lock '%s' was asked for".formatted(name()));
		}
		this.desk.ask(this.spec, request);
		return resultOf(request, patience(request, timeout));
	}

	private LockRequest request(@Nullable Thread thread, Duration timeout) {
		boolean look = timeout.isNegative() || timeout.isZero();
		return new LockRequest(this.context.owner(this.spec.options().description()), thread, look,
				this.context.loop().now());
	}

	private Optional<HeldLock> resultOf(LockRequest request, Duration timeout) throws InterruptedException {
		try {
			return this.desk.report(this.spec, request, request.outcome().get(timeout.toNanos(), TimeUnit.NANOSECONDS));
		}
		catch (TimeoutException ex) {
			if (this.desk.giveUp(this.spec, request, LockOutcome.TIMED_OUT)) {
				return Optional.empty();
			}
			return this.desk.report(this.spec, request, request.outcome().join());
		}
		catch (InterruptedException ex) {
			if (!this.desk.giveUp(this.spec, request, LockOutcome.CANCELLED)) {
				LockDesk.discard(request.outcome().join());
			}
			throw ex;
		}
		catch (ExecutionException | CancellationException ex) {
			throw new IllegalStateException("Nobody else can end a request", ex);
		}
	}

	/**
	 * Return how long to wait for the outcome of a request.
	 */
	static Duration patience(LockRequest request, Duration timeout) {
		if (request.isLook()) {
			return LOOK;
		}
		return (timeout.compareTo(FOR_EVER) < 0) ? timeout : FOR_EVER;
	}

	@Override
	public CompletionStage<HeldLock> acquireAsync() {
		return acquireAsync(FOR_EVER);
	}

	@Override
	public CompletionStage<HeldLock> acquireAsync(Duration timeout) {
		LockRequest request = request(null, timeout);
		return new PendingLock(this.spec, this.desk, request).begin(this.context, timeout);
	}

	@Override
	public Lock asLock() {
		return this.lock;
	}

}
