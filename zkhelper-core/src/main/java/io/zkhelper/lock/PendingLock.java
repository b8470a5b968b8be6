package io.zkhelper.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import io.zkhelper.session.Cancellable;
import io.zkhelper.session.EventLoop;
import org.jspecify.annotations.Nullable;

/**
 * A request for which no thread waits.
 */
final class PendingLock {

	private final LockSpec spec;

	private final LockDesk desk;

	private final LockRequest request;

	private final CompletableFuture<HeldLock> users = new CompletableFuture<>();

	/**
	 * Create a pending lock.
	 * @param spec what kind of contender it is
	 * @param desk takes the request
	 * @param request the request
	 */
	PendingLock(LockSpec spec, LockDesk desk, LockRequest request) {
		this.spec = spec;
		this.desk = desk;
		this.request = request;
	}

	/**
	 * Ask for the lock.
	 * @param context what all locks work with
	 * @param timeout how long to wait
	 * @return what users get
	 */
	CompletionStage<HeldLock> begin(LockContext context, Duration timeout) {
		Executor executor = context.listenerExecutor();
		Duration patience = QueuedLock.patience(this.request, timeout);
		Cancellable timer = context.loop().schedule(patience, () -> onTimeout(executor, timeout));
		this.request.outcome().whenComplete((outcome, failure) -> {
			timer.cancel();
			if (outcome != null) {
				executor.execute(() -> complete(outcome, timeout));
			}
		});
		// Users cancel it, or complete it otherwise: by a timeout of their own, for
		// example
		this.users.whenComplete((held, failure) -> this.desk.giveUp(this.spec, this.request, LockOutcome.CANCELLED));
		this.desk.ask(this.spec, this.request);
		return this.users;
	}

	private void onTimeout(Executor executor, Duration timeout) {
		if (this.desk.giveUp(this.spec, this.request, LockOutcome.TIMED_OUT)) {
			executor.execute(() -> timeOut(timeout));
		}
	}

	private void timeOut(Duration timeout) {
		this.desk.obstacle(this.spec, this.request)
			.thenAccept((obstacle) -> this.users
				.completeExceptionally(new LockTimeoutException(this.spec.name(), timeout, obstacle)));
	}

	private void complete(Outcome outcome, Duration timeout) {
		try {
			Optional<HeldLock> held = this.desk.report(this.spec, this.request, outcome);
			if (held.isEmpty()) {
				timeOut(timeout);
			}
			else if (!this.users.complete(held.get())) {
				held.get().close();
			}
		}
		catch (LockException ex) {
			this.users.completeExceptionally(ex);
		}
	}

}
