package io.zkhelper.lock;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.zkhelper.claim.Contender;
import io.zkhelper.session.Paths;
import org.jspecify.annotations.Nullable;

/**
 * Those in this process who want a lock, in order. They have one claim in the queue of
 * all processes, and pass on among themselves what it gets. For any thread: everything
 * goes through a turnstile.
 */
final class LocalQueue {

	private final LockSpec spec;

	private final LockClaims claims;

	private final Consumer<LocalQueue> onRetired;

	private final Turnstile turnstile;

	private final Custody custody;

	/**
	 * Create an empty queue.
	 * @param spec what for
	 * @param claims makes claims
	 * @param onRetired is told when nobody is in the queue any more; then it can't be
	 * used again
	 */
	LocalQueue(LockSpec spec, LockClaims claims, Consumer<LocalQueue> onRetired) {
		this.spec = spec;
		this.claims = claims;
		this.onRetired = onRetired;
		this.turnstile = new Turnstile(claims.context().loop());
		this.custody = new Custody(this, claims);
	}

	LockSpec spec() {
		return this.spec;
	}

	LockContext context() {
		return this.claims.context();
	}

	/**
	 * Return who holds the lock in this process.
	 */
	@Nullable LockHold holder() {
		return this.custody.holder();
	}

	private void enter(Runnable task) {
		this.turnstile.enter(() -> {
			boolean before = this.custody.isRetired();
			task.run();
			if (!before && this.custody.isRetired()) {
				this.onRetired.accept(this);
			}
		});
	}

	/**
	 * Queue.
	 * @param request who asks
	 * @param late takes the request if the queue has just been retired
	 */
	void ask(LockRequest request, Consumer<LockRequest> late) {
		enter(() -> {
			if (this.custody.isRetired()) {
				late.accept(request);
			}
			else {
				this.custody.ask(request);
			}
		});
	}

	/**
	 * Queue no more.
	 * @param request the request, given up
	 */
	void leave(LockRequest request) {
		enter(() -> this.custody.leave(request));
	}

	/**
	 * Let go of the lock, or pass it on.
	 * @param hold the hold that is closed
	 */
	void release(LockHold hold) {
		enter(() -> {
			if (!this.custody.release(hold)) {
				remove(hold.node());
			}
		});
	}

	/**
	 * Tell when the lock is free for who is next, and do not retain it.
	 * @param hold the hold that was closed or lost
	 * @param released called when who is next can have the lock
	 */
	void whenReleased(LockHold hold, Runnable released) {
		enter(() -> {
			if (this.custody.hasNode(hold.node())) {
				this.custody.dropRetained();
			}
			if (this.custody.hasNode(hold.node())) {
				released.run();
			}
			else {
				hold.node().gone().thenRun(released);
			}
		});
	}

	/**
	 * Remove a node by which the lock was lost, if it has outlived that.
	 * @param node the node, of a hold that is closed
	 */
	void remove(LockNode node) {
		if (this.spec.options().isPersistent()) {
			this.claims.removeNode(this.spec.directory(), node.identity());
		}
	}

	/**
	 * Give the node of a hold away, which was surrendered.
	 * @param hold the hold
	 * @param heir takes the claim behind it; not called if it was lost in the meantime
	 * @param lost called otherwise
	 */
	void surrender(LockHold hold, Consumer<LockClaim> heir, Runnable lost) {
		enter(() -> this.custody.surrender(hold, heir, lost));
	}

	/**
	 * Take over what another queue has surrendered.
	 * @param request who gets it
	 * @param old the hold that was surrendered
	 * @param from the claim behind it
	 */
	void inherit(LockRequest request, LockHold old, LockClaim from) {
		request.queueIn(this);
		enter(() -> this.custody.inherit(request, old, from));
	}

	/**
	 * The timer of the retention has called.
	 */
	void retentionTimer() {
		enter(this.custody::onRetentionTimer);
	}

	/**
	 * The claim has got the lock for this process.
	 */
	void onGranted(LockClaim from, LockNode granted, boolean othersWait) {
		whenOf(from, () -> this.custody.onGranted(granted, othersWait));
	}

	/**
	 * The claim has to wait, or has no server to ask.
	 * @param from the claim
	 * @param path its node, empty if there is no server
	 */
	void onBehind(LockClaim from, String path) {
		Optional<Contender> place = Contender.parse(Paths.nameOf(path));
		whenOf(from, () -> this.custody.onBehind(place));
	}

	/**
	 * Another process is in the queue.
	 */
	void onNewcomer(LockClaim from) {
		whenOf(from, this.custody::onNewcomer);
	}

	/**
	 * The lock, or the place in the queue, is lost.
	 */
	void onLost(LockClaim from, LockLoss why) {
		whenOf(from, () -> this.custody.onLost(why));
	}

	/**
	 * The servers have refused the claim.
	 */
	void onRefused(LockClaim from, String why) {
		whenOf(from, () -> this.custody.onRefused(why));
	}

	// What a claim has to say does not matter any more once it was told to leave
	private void whenOf(LockClaim from, Runnable task) {
		enter(() -> {
			if (this.custody.isOf(from)) {
				task.run();
			}
		});
	}

	/**
	 * Describe what is held and waited for.
	 * @return the description to come, in a moment
	 */
	CompletableFuture<LocalLock> describe() {
		CompletableFuture<LocalLock> description = new CompletableFuture<>();
		enter(() -> description.complete(this.custody.describe()));
		return description;
	}

}
