package io.zkhelper.boot.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import io.zkhelper.boot.guard.Attempt;
import io.zkhelper.boot.guard.Pass;
import io.zkhelper.lock.DistributedLock;
import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A call that runs when it has got the lock.
 *
 * @param lock the lock
 * @param waitFor how long to wait for it
 * @param throwing whether to throw if it was not to be had
 */
record LockAttempt(DistributedLock lock, Duration waitFor, boolean throwing) implements Attempt {

	@Override
	public Optional<Pass> enter(Runnable cancel) throws InterruptedException {
		Optional<HeldLock> held = this.throwing ? Optional.of(this.lock.acquire(this.waitFor))
				: this.lock.tryAcquire(this.waitFor);
		return held.map(LockPass::new);
	}

	@Override
	public CompletableFuture<Optional<Pass>> enterLater(Runnable cancel) {
		CompletableFuture<HeldLock> acquiring = this.lock.acquireAsync(this.waitFor).toCompletableFuture();
		CompletableFuture<Optional<Pass>> entering = acquiring.handle(this::entered);
		entering.whenComplete((pass, ex) -> {
			if (entering.isCancelled()) {
				giveUp(acquiring);
			}
		});
		return entering;
	}

	private Optional<Pass> entered(@Nullable HeldLock held, @Nullable Throwable failure) {
		if (held != null) {
			return Optional.of(new LockPass(held));
		}
		Throwable cause = (failure instanceof CompletionException) ? failure.getCause() : failure;
		if (cause instanceof LockTimeoutException && !this.throwing) {
			return Optional.empty();
		}
		throw new CompletionException(cause);
	}

	// It may have been acquired a moment ago, and nobody be told of it any more
	private static void giveUp(CompletableFuture<HeldLock> acquiring) {
		acquiring.cancel(true);
		acquiring.thenAccept(HeldLock::close);
	}

}
