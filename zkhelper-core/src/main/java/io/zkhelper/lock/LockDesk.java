package io.zkhelper.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Takes requests for locks, and answers for what becomes of them.
 */
final class LockDesk {

	private final LockContext context;

	private final LocalQueues queues;

	private final LockQueries queries;

	/**
	 * Create a desk.
	 * @param context what all locks work with
	 * @param queues where requests wait
	 * @param queries asks the servers
	 */
	LockDesk(LockContext context, LocalQueues queues, LockQueries queries) {
		this.context = context;
		this.queues = queues;
		this.queries = queries;
	}

	/**
	 * Make sure that a thread does not wait for itself, and bring its request to its
	 * queue.
	 * @throws LockDeadlockException if it would
	 */
	void ask(LockSpec spec, LockRequest request) {
		Thread thread = request.thread();
		if (thread != null && !request.isLook() && spec.kind() != LocalLock.Kind.SEMAPHORE) {
			requireNoDeadlock(spec, thread);
		}
		this.queues.ask(spec, request);
	}

	private void requireNoDeadlock(LockSpec spec, Thread thread) {
		this.queues.holders(spec.name())
			.filter((held) -> held.isOf(thread) && held.isValid())
			.findFirst()
			.ifPresent((held) -> {
				throw new LockDeadlockException(spec.name(), remedy(held.queue().spec().kind(), spec.kind()));
			});
	}

	private static String remedy(LocalLock.Kind held, LocalLock.Kind wanted) {
		if (held == LocalLock.Kind.READ && wanted == LocalLock.Kind.WRITE) {
			return "it reads, and two readers who both wait to write would do so for ever. Close the read lock first";
		}
		if (held == LocalLock.Kind.WRITE && wanted == LocalLock.Kind.READ) {
			return "it writes. Use downgrade(), or asReadWriteLock(), to go on as a reader";
		}
		return "it holds the lock already. Close that first, or use asLock(), which can be entered again";
	}

	/**
	 * Give a request up.
	 * @param outcome what to report
	 * @return whether that came before everything else
	 */
	boolean giveUp(LockSpec spec, LockRequest request, LockOutcome outcome) {
		boolean givenUp = request.giveUp();
		if (givenUp) {
			request.leave();
			report(spec, request, outcome);
		}
		return givenUp;
	}

	/**
	 * Report what has become of a request, to its maker and to listeners.
	 * @throws LockException if it has failed
	 */
	Optional<HeldLock> report(LockSpec spec, LockRequest request, Outcome outcome) {
		if (outcome instanceof Outcome.Granted granted) {
			report(spec, request, LockOutcome.ACQUIRED);
			return Optional.of(granted.hold());
		}
		if (outcome instanceof Outcome.Failed failed) {
			report(spec, request, LockOutcome.FAILED);
			throw failed.why().get();
		}
		report(spec, request, LockOutcome.TIMED_OUT);
		return Optional.empty();
	}

	private void report(LockSpec spec, LockRequest request, LockOutcome outcome) {
		if (!this.context.listeners().isEmpty()) {
			Duration took = this.context.loop().now().since(request.since());
			this.context.tell((listener) -> listener.onAttempt(spec.template(), outcome, took));
		}
	}

	/**
	 * Let go of what nobody waits for any more.
	 */
	static void discard(Outcome outcome) {
		if (outcome instanceof Outcome.Granted granted) {
			granted.hold().close();
		}
	}

	/**
	 * Find out what is in the way of a request that was given up.
	 * @return completes within a quarter of a second, and never exceptionally
	 */
	CompletionStage<Obstacle> obstacle(LockSpec spec, LockRequest request) {
		Optional<Obstacle> own = this.queues.holders(spec.name())
			.filter(LockHold::isValid)
			.findFirst()
			.map((hold) -> new Obstacle(hold.owner(), 1, ""));
		return own.isPresent() ? CompletableFuture.completedStage(own.get())
				: this.queries.obstacle(spec.directory(), request.place());
	}

}
