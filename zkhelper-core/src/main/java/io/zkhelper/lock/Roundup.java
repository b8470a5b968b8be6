package io.zkhelper.lock;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes one lock after the other without a thread that waits, and lets go of all when one
 * of them is not to be had, or when nobody wants them any more.
 */
final class Roundup {

	private final List<DistributedLock> parts;

	private final Function<DistributedLock, CompletionStage<HeldLock>> attempt;

	private final Function<List<HeldLock>, HeldLock> together;

	private final CompletableFuture<HeldLock> result = new CompletableFuture<>();

	private Function<LockTimeoutException, RuntimeException> explanation = (busy) -> busy;

	/**
	 * Create a round-up.
	 * @param parts what to take, in order
	 * @param attempt takes one of them
	 * @param together makes one hold of all, and throws if one was lost already
	 */
	Roundup(List<DistributedLock> parts, Function<DistributedLock, CompletionStage<HeldLock>> attempt,
			Function<List<HeldLock>, HeldLock> together) {
		this.parts = parts;
		this.attempt = attempt;
		this.together = together;
	}

	/**
	 * Say that a part was not to be had in time in the name of all.
	 */
	Roundup explaining(Function<LockTimeoutException, RuntimeException> explanation) {
		this.explanation = explanation;
		return this;
	}

	CompletionStage<HeldLock> start() {
		take(List.of());
		return this.result;
	}

	private void take(List<HeldLock> taken) {
		if (this.result.isDone()) {
			giveBack(taken);
		}
		else if (taken.size() == this.parts.size()) {
			finish(taken);
		}
		else {
			takeNext(taken);
		}
	}

	private void takeNext(List<HeldLock> taken) {
		CompletableFuture<HeldLock> next = this.attempt.apply(this.parts.get(taken.size())).toCompletableFuture();
		next.whenComplete((held, failure) -> {
			if (failure != null) {
				giveBack(taken);
				this.result.completeExceptionally(explained(failure));
			}
			else {
				take(Stream.concat(taken.stream(), Stream.of(held)).toList());
			}
		});
		// Which does nothing to what was had before
		this.result.whenComplete((held, failure) -> next.cancel(false));
	}

	private Throwable explained(Throwable failure) {
		RuntimeException cause = LockException.causeOf(failure);
		return (cause instanceof LockTimeoutException busy) ? this.explanation.apply(busy) : cause;
	}

	private void finish(List<HeldLock> taken) {
		try {
			HeldLock all = this.together.apply(taken);
			if (!this.result.complete(all)) {
				all.close();
			}
		}
		catch (LockLostException ex) {
			giveBack(taken);
			this.result.completeExceptionally(ex);
		}
	}

	private static void giveBack(List<HeldLock> taken) {
		taken.forEach(HeldLock::close);
	}

}
