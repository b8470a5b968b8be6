package io.zkhelper.test.simulation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.zkhelper.lock.HeldLock;

/**
 * A lock that a process has asked for.
 */
final class Request {

	private final SimulatedProcess process;

	private final Share share;

	private final CompletableFuture<HeldLock> result;

	private final Trace trace;

	private boolean seen;

	private boolean lost;

	private boolean becameAnother;

	private boolean ended;

	Request(SimulatedProcess process, Share share, CompletionStage<HeldLock> result, Trace trace) {
		this.process = process;
		this.share = share;
		this.result = result.toCompletableFuture();
		this.trace = trace;
		this.result.whenComplete((held, ex) -> {
			trace.note("%s: %s".formatted(this, (ex == null) ? "is granted " + held : "is told " + ex));
			if (held != null) {
				held.onLost((why) -> onLost(held));
			}
		});
	}

	// I6: told once, and only what is true
	private void onLost(HeldLock held) {
		this.trace.note(this + " has lost it");
		if (this.lost || held.isValid()) {
			this.trace.violated("I6", this + " was told twice, or lost what it has");
		}
		this.lost = true;
	}

	SimulatedProcess process() {
		return this.process;
	}

	Share share() {
		return this.share;
	}

	boolean isOver() {
		return this.result.isDone();
	}

	boolean isGranted() {
		return this.result.isDone() && !this.result.isCompletedExceptionally();
	}

	HeldLock held() {
		return this.result.join();
	}

	/**
	 * Return whether its process sees that it holds the lock.
	 */
	boolean seesItselfHolding() {
		return this.process.isAwake() && isGranted() && held().isValid();
	}

	/**
	 * Return whether it is seen holding for the first time.
	 */
	boolean isNews() {
		boolean news = !this.seen;
		this.seen = true;
		return news;
	}

	/**
	 * Return whether it has lost what it had and does not know.
	 */
	boolean isUntold() {
		return isGranted() && !this.ended && !this.becameAnother && !this.lost && !held().isValid();
	}

	/**
	 * What it had is another request's now, or that one was told why not.
	 */
	void becameAnother() {
		this.becameAnother = true;
	}

	boolean isEnded() {
		return this.ended;
	}

	/**
	 * Want the lock no more, held or not.
	 */
	void end() {
		this.ended = true;
		if (isGranted()) {
			held().close();
		}
		else {
			this.result.cancel(false);
		}
	}

	@Override
	public String toString() {
		return "%s, who %s".formatted(this.process, this.share);
	}

}
