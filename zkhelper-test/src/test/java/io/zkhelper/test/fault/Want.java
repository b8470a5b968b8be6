package io.zkhelper.test.fault;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import io.zkhelper.lock.HeldLock;
import io.zkhelper.lock.LockLostException;

/**
 * A lock that somebody wants, and asks for again when it was lost.
 */
final class Want {

	private final Actor actor;

	private final Share share;

	private final Supplier<CompletionStage<HeldLock>> asking;

	private volatile CompletableFuture<HeldLock> asked;

	private volatile boolean over;

	private int asks;

	private volatile CompletableFuture<?> gone = new CompletableFuture<>();

	Want(Actor actor, Share share, Supplier<CompletionStage<HeldLock>> asking) {
		this.actor = actor;
		this.share = share;
		this.asking = asking;
		this.asked = ask();
	}

	private CompletableFuture<HeldLock> ask() {
		this.asks++;
		CompletableFuture<HeldLock> answer = this.asking.get().toCompletableFuture();
		answer.thenAccept((held) -> held.parts().forEach(this::granted));
		return answer;
	}

	private void granted(HeldLock held) {
		AtomicInteger losses = new AtomicInteger();
		held.onLost((reason) -> {
			if (held.isValid() || losses.incrementAndGet() > 1) {
				this.actor.course().violated(Verdict.EVENTS, "%s lost what is valid, or twice".formatted(this.actor));
			}
		});
		Share part = (held.name().equals(this.share.lock())) ? this.share : Share.allOf(held.name());
		try {
			this.actor.course().holders(part).add(Held.of(this.actor.toString(), part.weight(), held));
		}
		catch (LockLostException | IllegalStateException ex) {
			// Over already
		}
	}

	/**
	 * Ask again if it was lost.
	 */
	void renew() {
		if (this.over || !this.asked.isDone() || isValid()) {
			return;
		}
		if (this.asked.isCompletedExceptionally()) {
			requireLost();
		}
		else {
			held().close();
		}
		this.asked = ask();
	}

	private void requireLost() {
		Throwable failure = this.asked.handle((held, ex) -> (ex instanceof CompletionException) ? ex.getCause() : ex)
			.join();
		if (!(failure instanceof LockLostException)) {
			throw new CourseException(failure);
		}
	}

	private boolean isValid() {
		return this.asked.isDone() && !this.asked.isCompletedExceptionally() && held().isValid();
	}

	/**
	 * Whether it is held, or was so until the clock has ended it a moment ago.
	 */
	boolean isHeld() {
		renew();
		return !this.over && isValid();
	}

	boolean hasAskedAgain() {
		return this.asks > 1;
	}

	HeldLock held() {
		return this.asked.join();
	}

	/**
	 * Want it no more, held or not.
	 */
	synchronized void letGo() {
		if (!this.over) {
			this.over = true;
			this.asked.cancel(true);
			this.gone = this.asked.handle((held, ex) -> held)
				.thenCompose((held) -> (held != null) ? held.release() : CompletableFuture.completedStage(null));
		}
	}

	boolean isGone() {
		return this.gone.isDone();
	}

	/**
	 * Leave it to somebody else to let it go.
	 */
	void handOver() {
		this.over = true;
		this.gone = CompletableFuture.completedFuture(null);
	}

}
