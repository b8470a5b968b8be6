package io.zkhelper.lock;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The change of a write lock for a read lock.
 */
final class Downgrade {

	private final LockHold writer;

	private final LocalQueue readers;

	private final CompletableFuture<HeldLock> users = new CompletableFuture<>();

	/**
	 * Create a downgrade.
	 * @param writer the hold of the write lock
	 * @param readers an empty queue
	 */
	Downgrade(LockHold writer, LocalQueue readers) {
		this.writer = writer;
		this.readers = readers;
	}

	/**
	 * Begin.
	 * @return the hold of the read lock to come
	 */
	CompletionStage<HeldLock> begin() {
		LockRequest request = new LockRequest(this.writer.owner(), this.writer.request().thread(), false,
				this.readers.context().loop().now());
		request.outcome().whenComplete((outcome, failure) -> {
			if (outcome != null) {
				this.readers.context().listenerExecutor().execute(() -> complete(outcome));
			}
		});
		this.users.whenComplete((held, failure) -> {
			if (this.users.isCancelled() && request.giveUp()) {
				request.leave();
			}
		});
		surrender(request);
		return this.users;
	}

	private void surrender(LockRequest request) {
		try {
			this.writer.surrender();
			this.writer.queue()
				.surrender(this.writer, (claim) -> this.readers.inherit(request, this.writer, claim),
						() -> onLost(request));
		}
		catch (LockLostException ex) {
			this.users.completeExceptionally(ex);
		}
	}

	private void onLost(LockRequest request) {
		this.writer.queue().remove(this.writer.node());
		request.fail(() -> LockLostException.whileHeld(this.writer.name(), LockLoss.LEASE_LAPSED));
	}

	private void complete(Outcome outcome) {
		if (outcome instanceof Outcome.Granted granted) {
			if (!this.users.complete(granted.hold())) {
				granted.hold().close();
			}
		}
		else if (outcome instanceof Outcome.Failed failed) {
			this.users.completeExceptionally(failed.why().get());
		}
	}

}
