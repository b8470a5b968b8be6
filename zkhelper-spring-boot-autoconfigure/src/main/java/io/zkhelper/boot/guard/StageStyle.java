package io.zkhelper.boot.guard;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;

/**
 * Methods that return a future, and are done when it completes. Asked to stop, the future
 * is cancelled; while the method has not returned it yet, its thread is interrupted.
 */
class StageStyle implements CallStyle {

	@Override
	public boolean hasEmptyValue() {
		return true;
	}

	@Override
	public @Nullable Object run(GuardedCall call) throws Throwable {
		Interruption interruption = new Interruption(Thread.currentThread());
		CompletableFuture<Void> stop = new CompletableFuture<>();
		stop.thenRun(interruption::interrupt);
		Optional<RunningCall> running;
		try {
			running = call.begin(() -> stop.complete(null));
		}
		catch (RuntimeException ex) {
			return CompletableFuture.failedFuture(ex);
		}
		return running.isPresent() ? run(running.get(), interruption, stop)
				: call.skip(CompletableFuture.completedFuture(null));
	}

	private static @Nullable Object run(RunningCall running, Interruption interruption, CompletableFuture<Void> stop)
			throws Throwable {
		Object result = running.proceed(interruption);
		if (result instanceof Future<?> future) {
			stop.thenRun(() -> future.cancel(true));
		}
		running.endWith(result);
		return result;
	}

}
