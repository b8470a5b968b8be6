package io.zkhelper.lock;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.zkhelper.session.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Those in this process who want a lock, in order. They have one claim in the queue of
 * all processes, and pass on among themselves what it gets. Everything that changes goes
 * through a turnstile.
 */
final class LocalQueue {

	private final LockSpec spec;

	private final LockClaims claims;

	private final Consumer<LocalQueue> onRetired;

	private final Turnstile turnstile = new Turnstile();

	private final Set<LockRequest> waiting = new LinkedHashSet<>();

	private final HandOvers handOvers = new HandOvers();

	private final Retention retention;

	private @Nullable LockClaim claim;

	private @Nullable LockNode node;

	private volatile @Nullable LockHold holder;

	private boolean retired;

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
		boolean shared = spec.kind() == LocalLock.Kind.EXCLUSIVE;
		this.retention = new Retention(shared ? spec.options().retention() : Duration.ZERO, now());
	}

	LockSpec spec() {
		return this.spec;
	}

	LockContext context() {
		return this.claims.context();
	}

	private Moment now() {
		return context().loop().now();
	}

	/**
	 * Return who holds the lock in this process.
	 */
	@Nullable LockHold holder() {
		return this.holder;
	}

	/**
	 * Queue.
	 * @param request who asks
	 * @param late takes the request if the queue has just been retired
	 */
	void ask(LockRequest request, Consumer<LockRequest> late) {
		this.turnstile.enter(() -> {
			if (this.retired) {
				late.accept(request);
			}
			else {
				onAsked(request);
			}
		});
	}

	/**
	 * Queue no more.
	 * @param request the request, given up
	 */
	void leave(LockRequest request) {
		this.turnstile.enter(() -> {
			if (this.waiting.remove(request) && this.waiting.isEmpty() && this.node == null) {
				letGo();
			}
		});
	}

	/**
	 * Let go of the lock, or pass it on.
	 * @param hold the hold that is closed
	 */
	void release(LockHold hold) {
		this.turnstile.enter(() -> {
			if (this.holder == hold) {
				this.holder = null;
				serveNext();
			}
		});
	}

	/**
	 * Remove the node of a hold that was lost, if it has outlived that.
	 * @param hold the hold that is closed
	 */
	void remove(LockHold hold) {
		if (this.spec.options().isPersistent()) {
			this.claims.removeNode(this.spec.directory(), hold.node().identity());
		}
	}

	/**
	 * Let go of the lock, or pass it on, and do not retain it.
	 * @param hold the hold that is closed, or was closed or lost before
	 * @param released called when who is next can have the lock
	 */
	void release(LockHold hold, Runnable released) {
		release(hold);
		this.turnstile.enter(() -> {
			if (this.node == hold.node() && this.holder == null) {
				letGo();
			}
			if (this.node == hold.node()) {
				released.run();
			}
			else {
				hold.node().gone().thenRun(released);
			}
		});
	}

	/**
	 * Give the node of a hold away, which was surrendered.
	 * @param hold the hold
	 * @param heir takes the claim behind it; not called if it was lost in the meantime
	 * @param lost called otherwise
	 */
	void surrender(LockHold hold, Consumer<LockClaim> heir, Runnable lost) {
		this.turnstile.enter(() -> {
			LockClaim given = this.claim;
			if (this.holder != hold || given == null) {
				lost.run();
				return;
			}
			this.claim = null;
			this.node = null;
			this.holder = null;
			claimAgainOrRetire();
			heir.accept(given);
		});
	}

	/**
	 * Take over what another queue has surrendered.
	 * @param request who gets it
	 * @param old the hold that was surrendered
	 * @param from the claim behind it
	 */
	void inherit(LockRequest request, LockHold old, LockClaim from) {
		request.queueIn(this);
		this.turnstile.enter(() -> {
			this.waiting.add(request);
			this.claim = this.claims.inherit(this, old, from);
		});
	}

	private void onAsked(LockRequest request) {
		LockNode kept = this.node;
		if (kept != null && this.holder == null && kept.lease().isValid()) {
			serve(request);
		}
		else if (request.isLook() && (this.holder != null || !this.waiting.isEmpty())) {
			request.busy();
		}
		else {
			this.waiting.add(request);
			claim();
		}
	}

	private void claim() {
		if (this.claim == null) {
			this.claim = this.claims.open(this, this.waiting.iterator().next().owner());
		}
	}

	/**
	 * The claim has got the lock for this process.
	 */
	void onGranted(LockClaim from, LockNode granted, boolean othersWait) {
		whenOf(from, () -> {
			this.node = granted;
			this.handOvers.begin(othersWait);
			serveNext();
		});
	}

	private void serveNext() {
		LockNode held = this.node;
		if (held == null || !held.lease().isValid()) {
			// The news of its loss is on the way
			return;
		}
		Iterator<LockRequest> next = this.waiting.iterator();
		while (this.holder == null && next.hasNext() && this.handOvers.mayGoOn()) {
			LockRequest request = next.next();
			next.remove();
			serve(request);
		}
		if (this.holder == null) {
			keepOrLetGo();
		}
	}

	private void serve(LockRequest request) {
		LockNode held = this.node;
		LockClaim own = this.claim;
		if (held == null || own == null) {
			throw new IllegalStateException("There is nothing to serve");
		}
		int number = this.handOvers.next();
		if (number > 0 && !this.handOvers.othersWait()) {
			own.watchForOthers();
		}
		LockHold hold = new LockHold(this, held, number, request, now());
		this.holder = hold;
		if (!request.grant(hold)) {
			this.holder = null;
		}
	}

	private void keepOrLetGo() {
		LockClaim own = this.claim;
		boolean keeps = this.waiting.isEmpty() && this.retention.isOn() && !this.handOvers.othersWait();
		if (!keeps || own == null) {
			letGo();
			return;
		}
		own.watchForOthers();
		this.retention.begin(now()).ifPresent((rest) -> context().loop().schedule(rest, this::onRetentionTimer));
	}

	private void onRetentionTimer() {
		this.turnstile.enter(() -> {
			this.retention.onTimer();
			if (this.node == null || this.holder != null) {
				return;
			}
			if (this.retention.isOver(now())) {
				letGo();
			}
			else {
				this.retention.rest(now()).ifPresent((rest) -> context().loop().schedule(rest, this::onRetentionTimer));
			}
		});
	}

	private void letGo() {
		LockClaim own = this.claim;
		this.claim = null;
		this.node = null;
		if (own != null) {
			own.leave();
		}
		claimAgainOrRetire();
	}

	private void claimAgainOrRetire() {
		if (!this.waiting.isEmpty()) {
			claim();
		}
		else if (this.holder == null && this.claim == null) {
			this.retired = true;
			this.onRetired.accept(this);
		}
	}

	/**
	 * The claim has to wait, or has no server to ask.
	 */
	void onBehind(LockClaim from) {
		whenOf(from, () -> {
			List<LockRequest> looks = this.waiting.stream().filter(LockRequest::isLook).toList();
			looks.forEach(LockRequest::busy);
			looks.forEach(this.waiting::remove);
			if (this.waiting.isEmpty() && this.node == null) {
				letGo();
			}
		});
	}

	/**
	 * Another process is in the queue.
	 */
	void onNewcomer(LockClaim from) {
		whenOf(from, () -> {
			this.handOvers.onNewcomer();
			if (this.node != null && this.holder == null) {
				letGo();
			}
		});
	}

	/**
	 * The lock, or the place in the queue, is lost.
	 */
	void onLost(LockClaim from, LockLoss why) {
		whenOf(from, () -> {
			this.claim = null;
			this.node = null;
			LockHold lost = this.holder;
			this.holder = null;
			if (lost != null) {
				lost.lose(why);
			}
			if (why.endsSession()) {
				failAll(() -> LockLostException.whileWaiting(this.spec.name(), why));
			}
			claimAgainOrRetire();
		});
	}

	/**
	 * The servers have refused the claim.
	 */
	void onRefused(LockClaim from, String why) {
		whenOf(from, () -> {
			this.claim = null;
			failAll(() -> new LockRefusedException(this.spec.name(), why));
			claimAgainOrRetire();
		});
	}

	// What a claim has to say does not matter any more once it was told to leave
	private void whenOf(LockClaim from, Runnable task) {
		this.turnstile.enter(() -> {
			if (this.claim == from) {
				task.run();
			}
		});
	}

	private void failAll(Supplier<? extends LockException> why) {
		this.waiting.forEach((request) -> request.fail(why));
		this.waiting.clear();
	}

	/**
	 * Describe what is held and waited for.
	 * @return the description to come, in a moment
	 */
	CompletableFuture<LocalLock> describe() {
		CompletableFuture<LocalLock> description = new CompletableFuture<>();
		this.turnstile.enter(() -> description
			.complete(LocalLocks.describe(this.spec, this.node, this.holder, List.copyOf(this.waiting), now())));
		return description;
	}

}
