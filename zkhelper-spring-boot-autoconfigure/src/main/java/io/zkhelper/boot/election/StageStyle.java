package io.zkhelper.boot.election;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

import io.zkhelper.election.NotLeaderException;
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
		Optional<RunningCall> running = call.begin(() -> stop.complete(null));
		if (running.isEmpty()) {
			return skip(call);
		}
		Object result = proceed(running.get(), interruption);
		if (result instanceof Future<?> future) {
			stop.thenRun(() -> future.cancel(true));
		}
		endWith(result, running.get());
		return result;
	}

	private static @Nullable Object skip(GuardedCall call) throws Throwable {
		try {
			return call.skip(CompletableFuture.completedFuture(null));
		}
		catch (NotLeaderException ex) {
			return CompletableFuture.failedFuture(ex);
		}
	}

	private static @Nullable Object proceed(RunningCall running, Interruption interruption) throws Throwable {
		boolean returned = false;
		try {
			Object result = running.proceed();
			returned = true;
			return result;
		}
		finally {
			interruption.end();
			if (!returned) {
				running.end(false);
			}
		}
	}

	private static void endWith(@Nullable Object result, RunningCall running) {
		if (result instanceof CompletionStage<?> stage) {
			stage.whenComplete((value, ex) -> running.end(ex == null));
		}
		else {
			running.end(true);
		}
	}

}
