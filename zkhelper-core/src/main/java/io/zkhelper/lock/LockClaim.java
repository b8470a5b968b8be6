package io.zkhelper.lock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.zkhelper.claim.Claim;
import io.zkhelper.claim.ClaimListener;
import io.zkhelper.claim.Contender;
import io.zkhelper.claim.EndReason;
import io.zkhelper.claim.Removal;
import io.zkhelper.claim.Safety;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.HoldEnd;
import io.zkhelper.session.Lease;
import io.zkhelper.session.Moment;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * The place of this process in the queue of a lock, from its creation to its end. Lives
 * on the event loop, except where said otherwise.
 */
final class LockClaim implements ClaimListener, Confirmation.Listener {

	private final LockClaims claims;

	private final LocalQueue queue;

	private final LockSpec spec;

	private final LockOwner owner;

	private final CompletableFuture<Void> gone = new CompletableFuture<>();

	private @Nullable Stand stand;

	private Cancellable watch = () -> {
	};

	private boolean watching;

	private boolean othersWait;

	private int handOvers;

	private @Nullable Heir heir;

	private boolean held;

	// Set where it is decided, since what happens before the loop knows counts too
	private volatile boolean leaving;

	/**
	 * Create a claim that has not begun.
	 * @param claims the claims of this process
	 * @param queue for whom
	 * @param owner who is to stand in the node
	 */
	LockClaim(LockClaims claims, LocalQueue queue, LockOwner owner) {
		this.claims = claims;
		this.queue = queue;
		this.spec = queue.spec();
		this.owner = owner;
	}

	/**
	 * There is no server at the moment.
	 */
	void waitForServer() {
		this.queue.onBehind(this, "");
	}

	/**
	 * There is a server.
	 */
	void begin(Session present) {
		if (this.stand == null && !this.leaving) {
			this.stand = Stand.of(this.claims, this.spec, this.owner, present, this);
			this.stand.claim().join();
		}
	}

	/**
	 * Take the place of another claim of this process.
	 * @param old the node of that claim
	 * @param handOvers how often the lock was passed on before
	 * @param from that claim
	 */
	void inherit(LockNode old, int handOvers, LockClaim from) {
		from.stopHere();
		EventLoop loop = this.claims.context().loop();
		Heir successor = new Heir(old, loop.newIdentity());
		this.heir = successor;
		if (old.session().isOver()) {
			sessionOver(LockLoss.SESSION_EXPIRED);
			return;
		}
		this.handOvers = handOvers;
		this.stand = Stand.of(this.claims, this.spec, this.owner, old.session(), this);
		successor.succeed(loop, OwnerPayload.write(this.owner, successor.identity()).toBytes(),
				this.spec.options().isPersistent() ? NodeKind.PERSISTENT : NodeKind.EPHEMERAL,
				new Inheritance(this, successor));
	}

	private void stopHere() {
		this.leaving = true;
		this.watch.cancel();
		require().claim().detach();
		end();
	}

	/**
	 * Leave the queue, from any thread. The queue in this process listens no more.
	 */
	void leave() {
		this.leaving = true;
		this.claims.context().loop().execute(this::leaveNow);
	}

	private void leaveNow() {
		this.leaving = true;
		this.watch.cancel();
		if (this.stand == null) {
			end();
		}
		else if (this.heir == null) {
			this.stand.confirmation().cancel();
			this.stand.confirmation().release(this::end);
		}
	}

	private void end() {
		this.claims.ended(this);
		this.gone.complete(null);
	}

	private void lose(LockLoss why) {
		this.queue.onLost(this, why);
		end();
	}

	void onClosing() {
		this.queue.onLost(this, LockLoss.CLIENT_CLOSED);
		leaveNow();
	}

	/**
	 * The session is over, and the node with it if it is of that kind.
	 */
	void sessionOver(LockLoss why) {
		if (this.stand == null && this.heir == null && why == LockLoss.SESSION_EXPIRED) {
			return;
		}
		if (this.spec.options().isPersistent() && (this.leaving || !this.held)) {
			identities().forEach((identity) -> this.claims.removeNode(this.spec.directory(), identity));
		}
		lose(why);
	}

	// While a place is being taken over, either of the two nodes may be there
	private Stream<String> identities() {
		return (this.heir != null) ? Stream.of(this.heir.old().identity(), this.heir.identity())
				: Stream.ofNullable(this.stand).map((present) -> present.claim().arrival().identity());
	}

	void refuse(String why) {
		this.queue.onRefused(this, why);
		end();
	}

	@Override
	public void onWaiting() {
		require().confirmation().cancel();
		this.queue.onBehind(this, require().claim().path());
	}

	@Override
	public void onFirst(Contender own, List<Contender> contenders) {
		this.othersWait = contenders.indexOf(own) < contenders.size() - 1;
		if (require().session().rules().longestLease().isZero()) {
			this.queue.onRefused(this, require().session().rules().tooShort());
			leaveNow();
		}
		else {
			require().confirmation().start(own, contenders);
		}
	}

	@Override
	public void onConfirmed(Moment sent, Duration length) {
		Optional<String> stale = this.claims.whyStale(require().claim().arrival().token());
		if (stale.isPresent()) {
			this.queue.onRefused(this, stale.get());
			leaveNow();
		}
		else {
			hold(sent, length);
		}
	}

	private void hold(Moment sent, Duration length) {
		this.held = true;
		Claim claim = require().claim();
		Lease lease = claim.confirmed(sent, length);
		this.queue.onGranted(this, new LockNode(claim.path(), claim.arrival().token().zxid(), this.handOvers, lease,
				claim.arrival().identity(), require().session(), this.gone), this.othersWait);
	}

	/**
	 * Tell the queue when somebody else joins. Called by the queue.
	 */
	void watchForOthers() {
		if (!this.watching) {
			this.watching = true;
			this.claims.context().loop().execute(() -> {
				if (!this.leaving) {
					this.watch = new NewcomerWatch(require().session(), this.spec.directory(),
							() -> this.queue.onNewcomer(this))
						.begin();
				}
			});
		}
	}

	@Override
	public void onLost(HoldEnd why) {
		this.queue.onLost(this, (why == HoldEnd.LAPSED) ? LockLoss.LEASE_LAPSED : LockLoss.NODE_DELETED);
		if (this.spec.options().isPersistent() && !this.leaving) {
			// Stays until it is closed
			stopHere();
		}
		else {
			leaveNow();
		}
	}

	@Override
	public void onEnded(EndReason reason) {
		require().confirmation().cancel();
		if (this.spec.options().safety() == Safety.STANDARD) {
			require().claim().arrival().forget();
		}
		if (reason == EndReason.NODE_GONE) {
			this.queue.onLost(this, LockLoss.NODE_DELETED);
		}
		end();
	}

	@Override
	public void onRefused(Refusal refusal) {
		this.queue.onRefused(this, LockRefusedException.explain(refusal));
		leaveNow();
	}

	private Stand require() {
		if (this.stand == null) {
			throw new IllegalStateException("The claim has not begun");
		}
		return this.stand;
	}

	/**
	 * What becomes of the place of another claim.
	 */
	private record Inheritance(LockClaim to, Heir heir) implements Heir.Fate {

		@Override
		public void onSucceeded(Moment sent) {
			this.to.heir = null;
			this.to.require().claim().adopt(this.heir.identity(), this.heir.contender(), this.heir.old().zxid());
			if (this.to.leaving) {
				this.to.leaveNow();
			}
			else {
				this.to.hold(sent, this.to.require().lease());
			}
		}

		@Override
		public void onGone() {
			this.to.heir = null;
			this.to.lose(LockLoss.NODE_DELETED);
		}

		@Override
		public void onRefused(Refusal refusal) {
			this.to.heir = null;
			this.to.queue.onRefused(this.to, refusal.toString());
			Removal.start(this.to.require().session(), this.heir.old().path(), this.to::end);
		}

	}

}
