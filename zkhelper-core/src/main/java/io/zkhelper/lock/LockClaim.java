package io.zkhelper.lock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import io.zkhelper.claim.Claim;
import io.zkhelper.claim.ClaimListener;
import io.zkhelper.claim.ClaimSpec;
import io.zkhelper.claim.Contender;
import io.zkhelper.claim.EndReason;
import io.zkhelper.claim.QueueMemory;
import io.zkhelper.claim.Removal;
import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.Change;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.HoldEnd;
import io.zkhelper.session.Lease;
import io.zkhelper.session.Moment;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;
import org.jspecify.annotations.Nullable;

/**
 * The place of this process in the queue of a lock, from its creation to its end. Lives
 * on the event loop, except where said otherwise.
 */
final class LockClaim implements ClaimListener {

	private static final Cancellable NOTHING = () -> {
	};

	private final LockClaims claims;

	private final EventLoop loop;

	private final LocalQueue queue;

	private final LockSpec spec;

	private final LockOwner owner;

	private final CompletableFuture<Void> gone = new CompletableFuture<>();

	private @Nullable Session session;

	private @Nullable Claim claim;

	private Cancellable watch = NOTHING;

	private boolean watching;

	private @Nullable Heir heir;

	private int handOvers;

	private boolean held;

	private boolean leaving;

	LockClaim(LockClaims claims, LocalQueue queue, LockOwner owner) {
		this.claims = claims;
		this.loop = claims.context().loop();
		this.queue = queue;
		this.spec = queue.spec();
		this.owner = owner;
	}

	/**
	 * There is no server at the moment.
	 */
	void waitForServer() {
		this.queue.onBehind(this);
	}

	/**
	 * There is a server.
	 */
	void begin(Session present) {
		if (this.claim != null || this.leaving) {
			return;
		}
		this.session = present;
		this.claim = newClaim(present);
		this.claim.join();
	}

	private Claim newClaim(Session present) {
		// What outlives its session is removed only when it is closed
		QueueMemory memory = isPersistent() ? new QueueMemory() : this.claims.memory(this.spec.directory());
		ClaimSpec what = new ClaimSpec(this.spec.directory(), this.spec.form(), this::payload, this.spec.precedence(),
				memory, this.spec.options().isCreatingDirectory());
		return new Claim(present, this.loop, what, this);
	}

	private boolean isPersistent() {
		return this.spec.options().isPersistent();
	}

	/**
	 * Take the place of another claim of this process.
	 */
	void inherit(LockNode old, int handOvers, LockClaim from) {
		this.session = old.session();
		this.handOvers = handOvers;
		from.yield();
		if (old.session().isOver()) {
			sessionOver(LockLoss.SESSION_EXPIRED);
			return;
		}
		Claim present = newClaim(old.session());
		this.claim = present;
		this.heir = new Heir(old, this.loop.newIdentity());
		this.heir.succeed(this.loop, payload(this.heir.identity()),
				isPersistent() ? NodeKind.PERSISTENT : NodeKind.EPHEMERAL, new Inheritance(this.heir, present));
	}

	private void yield() {
		this.watch.cancel();
		requireClaim().detach();
		end();
	}

	private byte[] payload(String guid) {
		return OwnerPayload.write(this.owner, guid).toBytes();
	}

	/**
	 * Leave the queue, from any thread. The queue in this process listens no more.
	 */
	void leave() {
		this.loop.execute(this::leaveNow);
	}

	private void leaveNow() {
		this.leaving = true;
		this.watch.cancel();
		if (this.heir != null) {
			// Leaves as soon as it is known what to leave
			return;
		}
		if (this.claim != null) {
			this.claim.leave();
		}
		else {
			end();
		}
	}

	private void end() {
		this.claims.ended(this);
		this.gone.complete(null);
	}

	void onClosing() {
		this.queue.onLost(this, LockLoss.CLIENT_CLOSED);
		leaveNow();
	}

	/**
	 * The session is over, and the node with it if it is of that kind.
	 */
	void sessionOver(LockLoss why) {
		if (this.claim == null && why == LockLoss.SESSION_EXPIRED) {
			return;
		}
		if (this.claim != null && isPersistent() && (this.leaving || !this.held)) {
			this.claims.removeNode(this.spec.directory(), this.claim.identity());
		}
		this.queue.onLost(this, why);
		end();
	}

	void refuse(String why) {
		this.queue.onRefused(this, why);
		end();
	}

	@Override
	public void onWaiting() {
		this.queue.onBehind(this);
	}

	@Override
	public void onFirst(Contender own, List<Contender> contenders) {
		Claim present = requireClaim();
		boolean others = contenders.indexOf(own) < contenders.size() - 1;
		Optional<Moment> created = present.confirmedByCreation().filter(this::isRecent);
		if (requireSession().rules().longestLease().isZero()) {
			this.queue.onRefused(this, requireSession().rules().tooShort());
			leaveNow();
		}
		else if (created.isPresent()) {
			hold(created.get(), others);
		}
		else {
			confirm(others);
		}
	}

	private boolean isRecent(Moment sent) {
		return this.loop.now().since(sent).compareTo(lease().dividedBy(2)) < 0;
	}

	private Duration lease() {
		return this.spec.options().lease().orElseGet(requireSession().rules()::defaultLease);
	}

	private void confirm(boolean others) {
		Moment sent = this.loop.now();
		List<Change.Check> check = List.of(new Change.Check(requireClaim().path(), Change.ANY_VERSION));
		requireSession().znodes().multi(check, (answer) -> {
			if (!this.leaving) {
				onConfirmed(answer, sent, others);
			}
		});
	}

	private void onConfirmed(Answer<List<NodeStat>> answer, Moment sent, boolean others) {
		if (answer.isOk()) {
			hold(sent, others);
		}
		else if (answer.failedWith(ZnodeError.NO_NODE)) {
			requireClaim().nodeGone();
		}
		else if (answer.why().error().isOutcomeUnknown()) {
			requireSession().whenConnected(requireClaim()::reread);
		}
		else {
			onRefused(answer.why());
			requireClaim().leave();
		}
	}

	private void hold(Moment sent, boolean others) {
		this.held = true;
		Claim present = requireClaim();
		Lease lease = present.confirmed(sent, lease());
		this.queue.onGranted(this, new LockNode(present.path(), present.token().zxid(), this.handOvers, lease,
				present.identity(), requireSession(), this.gone), others);
	}

	/**
	 * Tell the queue when somebody else joins, from any thread.
	 */
	void watchForOthers() {
		if (this.watching) {
			return;
		}
		this.watching = true;
		this.loop.execute(this::watchAgain);
	}

	private void watchAgain() {
		if (!this.leaving && !requireSession().isOver()) {
			this.watch = requireSession().znodes()
				.watchChildren(this.spec.directory(), this::watchAgain, this::onWatched);
		}
	}

	private void onWatched(Answer<List<String>> answer) {
		if (this.leaving) {
			return;
		}
		if (answer.isOk()) {
			long contenders = answer.value().stream().filter((name) -> Contender.parse(name).isPresent()).count();
			if (contenders > 1) {
				this.watch.cancel();
				this.queue.onNewcomer(this);
			}
		}
		else if (answer.why().error().isOutcomeUnknown()) {
			requireSession().whenConnected(this::watchAgain);
		}
	}

	@Override
	public void onLost(HoldEnd why) {
		this.queue.onLost(this, (why == HoldEnd.LAPSED) ? LockLoss.LEASE_LAPSED : LockLoss.NODE_DELETED);
		if (isPersistent()) {
			requireClaim().detach();
			end();
		}
		else {
			leaveNow();
		}
	}

	@Override
	public void onEnded(EndReason reason) {
		requireClaim().forget();
		if (reason == EndReason.NODE_GONE) {
			this.queue.onLost(this, LockLoss.NODE_DELETED);
		}
		end();
	}

	@Override
	public void onRefused(Refusal refusal) {
		this.queue.onRefused(this, switch (refusal.error()) {
			case NO_AUTH -> refusal + ". Connect with the credentials of those who made the directory";
			case NO_NODE -> refusal + ". Create the directory, or let the lock do so (creatingDirectory)";
			default -> refusal.toString();
		});
	}

	private Claim requireClaim() {
		if (this.claim == null) {
			throw new IllegalStateException("There is no claim yet");
		}
		return this.claim;
	}

	private Session requireSession() {
		if (this.session == null) {
			throw new IllegalStateException("There is no session yet");
		}
		return this.session;
	}

	/**
	 * What becomes of the place of another claim.
	 */
	private final class Inheritance implements Heir.Fate {

		private final Heir taken;

		private final Claim present;

		Inheritance(Heir taken, Claim present) {
			this.taken = taken;
			this.present = present;
		}

		@Override
		public void onSucceeded(Moment sent) {
			LockClaim.this.heir = null;
			this.present.adopt(this.taken.identity(), this.taken.contender(), this.taken.old().zxid());
			if (LockClaim.this.leaving) {
				this.present.leave();
			}
			else {
				hold(sent, true);
			}
		}

		@Override
		public void onGone() {
			LockClaim.this.heir = null;
			LockClaim.this.queue.onLost(LockClaim.this, LockLoss.NODE_DELETED);
			end();
		}

		@Override
		public void onRefused(Refusal refusal) {
			LockClaim.this.heir = null;
			LockClaim.this.onRefused(refusal);
			Removal.start(this.taken.old().session(), this.taken.old().path(), LockClaim.this::end);
		}

	}

}
