package io.zkhelper.lock;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

import io.zkhelper.claim.Contender;
import io.zkhelper.session.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Who has a lock in this process, who is next, and by which claim. Decides all that the
 * {@link LocalQueue} is told, one thing at a time.
 */
final class Custody {

	private final LocalQueue queue;

	private final LockClaims claims;

	private final WaitingRoom waiting = new WaitingRoom();

	private final HandOvers handOvers = new HandOvers();

	private final Retention retention;

	private @Nullable LockClaim claim;

	private Optional<Contender> place = Optional.empty();

	private @Nullable LockNode node;

	// Other threads look at it too
	private volatile @Nullable LockHold holder;

	private boolean inherited;

	private boolean retired;

	/**
	 * Create with nobody.
	 * @param queue for whom
	 * @param claims makes claims
	 */
	Custody(LocalQueue queue, LockClaims claims) {
		this.queue = queue;
		this.claims = claims;
		boolean shared = queue.spec().kind() == LocalLock.Kind.EXCLUSIVE;
		this.retention = new Retention(shared ? queue.spec().options().retention() : Duration.ZERO,
				claims.context().loop(), queue::retentionTimer);
	}

	/**
	 * Return who holds the lock. For any thread.
	 */
	@Nullable LockHold holder() {
		return this.holder;
	}

	boolean isOf(LockClaim claim) {
		return this.claim == claim;
	}

	/**
	 * Return whether nobody was left, and nobody may come any more.
	 */
	boolean isRetired() {
		return this.retired;
	}

	void ask(LockRequest request) {
		LockNode kept = this.node;
		if (request.outcome().isDone()) {
			// Given up on its way here, and will not be told to leave again
			claimAgainOrRetire();
		}
		else if (kept != null && this.holder == null && kept.lease().isValid()) {
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
			this.claim = this.claims.open(this.queue, this.waiting.first().owner());
		}
	}

	void leave(LockRequest request) {
		if (this.waiting.remove(request)) {
			request.onLeft(this.place);
			leaveIfUseless();
		}
	}

	private void leaveIfUseless() {
		if (this.waiting.isEmpty() && this.node == null) {
			letGo();
		}
	}

	/**
	 * Let go of the lock, or pass it on.
	 * @return whether it was not lost in the meantime
	 */
	boolean release(LockHold hold) {
		boolean had = this.holder == hold;
		if (had) {
			this.holder = null;
			serveNext();
		}
		return had;
	}

	/**
	 * Do not keep what nobody uses.
	 */
	void dropRetained() {
		if (this.node != null && this.holder == null) {
			letGo();
		}
	}

	boolean hasNode(LockNode asked) {
		return this.node == asked;
	}

	/**
	 * Give the node of a hold away, which was surrendered.
	 * @param hold the hold
	 * @param heir takes the claim behind it; not called if it was lost in the meantime
	 * @param lost called otherwise
	 */
	void surrender(LockHold hold, Consumer<LockClaim> heir, Runnable lost) {
		LockClaim given = this.claim;
		if (this.holder != hold || given == null) {
			lost.run();
			return;
		}
		forget();
		claimAgainOrRetire();
		heir.accept(given);
	}

	private void forget() {
		this.claim = null;
		this.node = null;
		this.holder = null;
	}

	void inherit(LockRequest request, LockHold old, LockClaim from) {
		this.inherited = true;
		this.waiting.add(request);
		this.claim = this.claims.inherit(this.queue, old, from);
	}

	void onGranted(LockNode granted, boolean othersWait) {
		this.node = granted;
		this.handOvers.begin(othersWait);
		serveNext();
	}

	private void serveNext() {
		LockNode held = this.node;
		if (held == null || !held.lease().isValid()) {
			// The news of its loss is on the way
			return;
		}
		while (this.holder == null && !this.waiting.isEmpty() && this.handOvers.mayGoOn()) {
			serve(this.waiting.takeFirst());
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
		LockHold hold = new LockHold(this.queue, held, number, request, now());
		this.holder = hold;
		if (!request.grant(hold)) {
			this.holder = null;
		}
	}

	private Moment now() {
		return this.claims.now();
	}

	private void keepOrLetGo() {
		LockClaim own = this.claim;
		boolean keeps = this.waiting.isEmpty() && this.retention.isOn() && !this.handOvers.othersWait()
				&& this.handOvers.mayGoOn();
		if (keeps && own != null) {
			own.watchForOthers();
			this.retention.begin();
		}
		else {
			letGo();
		}
	}

	void onRetentionTimer() {
		this.retention.timerCalled();
		if (this.node != null && this.holder == null && this.retention.isOver()) {
			letGo();
		}
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
		}
	}

	/**
	 * The claim has to wait, or has no server to ask.
	 */
	void onBehind(Optional<Contender> place) {
		this.place = place;
		this.waiting.dismissLooks();
		leaveIfUseless();
	}

	/**
	 * Another process is in the queue.
	 */
	void onNewcomer() {
		this.handOvers.onNewcomer();
		dropRetained();
	}

	/**
	 * The lock, or the place in the queue, is lost.
	 */
	void onLost(LockLoss why) {
		LockHold lost = this.holder;
		LockNode unused = (lost == null) ? this.node : null;
		forget();
		if (lost != null) {
			lost.lose(why);
		}
		if (unused != null) {
			this.queue.remove(unused);
		}
		// A place that was to be taken over is not to be had anywhere else
		if (why.endsSession() || this.inherited) {
			String name = this.queue.spec().name();
			this.waiting.failAll(() -> LockLostException.whileWaiting(name, why));
		}
		claimAgainOrRetire();
	}

	/**
	 * The servers have refused the claim.
	 */
	void onRefused(String why) {
		String name = this.queue.spec().name();
		this.claim = null;
		this.waiting.failAll(() -> new LockRefusedException(name, why));
		claimAgainOrRetire();
	}

	LocalLock describe() {
		return LocalLocks.describe(this.queue.spec(), this.node, this.holder, this.waiting.all(), now());
	}

}
