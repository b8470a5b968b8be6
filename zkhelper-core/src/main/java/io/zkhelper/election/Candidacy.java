package io.zkhelper.election;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import io.zkhelper.claim.Claim;
import io.zkhelper.claim.ClaimListener;
import io.zkhelper.claim.ClaimSpec;
import io.zkhelper.claim.Contender;
import io.zkhelper.claim.EndReason;
import io.zkhelper.claim.FencingToken;
import io.zkhelper.claim.NodeForm;
import io.zkhelper.claim.Precedence;
import io.zkhelper.claim.StaleToken;
import io.zkhelper.claim.takeover.Ending;
import io.zkhelper.claim.takeover.GrantListener;
import io.zkhelper.claim.takeover.Position;
import io.zkhelper.claim.takeover.ReadRecord;
import io.zkhelper.claim.takeover.Release;
import io.zkhelper.claim.takeover.Takeover;
import io.zkhelper.claim.takeover.TermRecord;
import io.zkhelper.session.Guard;
import io.zkhelper.session.HoldEnd;
import io.zkhelper.session.Lease;
import io.zkhelper.session.Moment;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A participant's node in the queue of one session, from its creation to its end, with
 * the terms that it is granted in between.
 */
final class Candidacy implements ClaimListener, GrantListener {

	private static final Logger logger = LoggerFactory.getLogger(LeaderElection.class);

	private static final NodeForm FORM = NodeForm.ephemeral("-latch-");

	/** How long to wait before looking again at a queue that can't be taken over. */
	private static final Duration BLOCKED_DELAY = Duration.ofSeconds(1);

	private final Office office;

	private final Session session;

	private final Standing standing;

	private final Memory memory;

	private final CandidacyListener listener;

	private final Claim claim;

	private @Nullable Takeover takeover;

	private @Nullable ReadRecord held;

	private Moment firstAt;

	private boolean hasWaited;

	private boolean hasLapsed;

	private boolean refused;

	private boolean blocked;

	private boolean leaving;

	private @Nullable String nodeLeft;

	Candidacy(Office office, Session session, Standing standing, Memory memory, CandidacyListener listener) {
		this.office = office;
		this.session = session;
		this.standing = standing;
		this.memory = memory;
		this.listener = listener;
		this.firstAt = office.loop().now();
		byte[] payload = Payloads.write(office.me()).toBytes();
		ClaimSpec spec = new ClaimSpec(office.paths().candidates(), FORM, (guid) -> payload, Precedence.EVERYBODY_AHEAD,
				memory.queue(), true);
		this.claim = new Claim(session, office.loop(), spec, this);
	}

	void begin() {
		this.claim.join();
	}

	/**
	 * Release the term, if there is one, and leave the queue; or leave the node there for
	 * who takes its place, if the session is handed over.
	 */
	void end(LossReason reason) {
		cancelTakeover();
		ReadRecord record = this.held;
		if (record != null && this.standing.term().isPresent()) {
			release(reason, record);
		}
		else if (reason != LossReason.DETACHED || this.leaving || !leaveNode()) {
			leave();
		}
	}

	private void release(LossReason reason, ReadRecord record) {
		this.held = null;
		this.leaving = true;
		Ending ending = endingNow(reason);
		this.standing.revoke(reason, ElectionState.JOINING);
		this.memory.lastEnding(ending);
		// Detached first, so that no heartbeat names a node whose delete is on its way
		this.claim.detach().ifPresent((path) -> {
			Release release = new Release(this.session, this.office.record(), path, ending,
					() -> onEnded(EndReason.LEFT));
			if (reason == LossReason.DETACHED) {
				this.nodeLeft = path;
				release = release.leavingNode();
			}
			release.start(record);
		});
	}

	private boolean leaveNode() {
		Optional<String> path = this.claim.detach();
		path.ifPresent((left) -> {
			this.nodeLeft = left;
			onEnded(EndReason.LEFT);
		});
		return path.isPresent();
	}

	private void leave() {
		this.leaving = true;
		this.claim.leave();
	}

	/**
	 * Return the node that was left in the queue for who takes its place.
	 */
	Optional<String> nodeLeft() {
		return Optional.ofNullable(this.nodeLeft);
	}

	/**
	 * The session is over, and the node with it.
	 */
	void sessionOver(LossReason reason) {
		cancelTakeover();
		if (this.standing.term().isPresent()) {
			this.memory.lastEnding(endingNow(reason));
			this.standing.revoke(reason, ElectionState.JOINING);
		}
	}

	@Override
	public void onWaiting() {
		cancelTakeover();
		this.hasWaited = true;
		this.listener.onQueued();
		this.standing.moveTo(ElectionState.FOLLOWING);
	}

	@Override
	public void onFirst(Contender own, List<Contender> queue) {
		cancelTakeover();
		if (this.session.rules().longestLease().isZero()) {
			refuse(this.session.rules().tooShort());
			return;
		}
		this.firstAt = this.office.loop().now();
		Position.Past past = new Position.Past(this.memory.queue(), this.hasWaited, this.hasLapsed,
				this.memory.highestTerm());
		Position position = new Position(this.office.paths().candidate(own.name()), own, queue, this.firstAt, past);
		this.takeover = new Takeover(this.office.takeover(), this.session, position, this);
		this.takeover.start();
	}

	@Override
	public void onDelayed() {
		this.standing.moveTo(ElectionState.TAKING_OVER);
	}

	@Override
	public void onBlocked() {
		if (!this.blocked) {
			this.blocked = true;
			logger.warn(
					"Election '{}': its record is held by a candidate behind '{}' in the queue: waiting for it to go",
					this.standing.election(), this.office.me().id());
		}
		this.office.loop().schedule(BLOCKED_DELAY, this.claim::reread);
	}

	@Override
	public void onGranted(ReadRecord previous, ReadRecord written, Moment anchor) {
		cancelTakeover();
		if (!this.memory.isNew(written, previous)) {
			StaleToken stale = StaleToken.of(written.token(), this.memory.highestToken(previous));
			refuse(stale.explain("stop all participants, empty the fence, delete '%s' and start them"
				.formatted(this.office.paths().record())));
			return;
		}
		Lease lease = this.claim.confirmed(anchor, written.record().orElseThrow().lease());
		// An answer that comes after the end of the lease is no grant; the claim lapses
		if (lease.isValid()) {
			lead(written, lease);
		}
		this.memory.pastTerm(previous, this.office.loop().now().wall())
			.ifPresent((past) -> new History(this.office.paths()).remember(this.session, past));
		this.memory.granted(written);
		this.listener.onQueued();
	}

	private void lead(ReadRecord written, Lease lease) {
		this.held = written;
		TermRecord record = written.record().orElseThrow();
		Moment now = this.office.loop().now();
		Grant grant = new Grant(written.term(), tokenOf(written.token()), record.tenure().since(),
				now.surelySince(this.firstAt).truncatedTo(ChronoUnit.MILLIS));
		String path = this.office.paths().candidate(record.candidate());
		Guard guard = new Guard(this.office.client(), path, lease::isValid);
		this.standing.grant(new ActiveTerm(grant, lease, guard,
				new Proclamation(this.office, this.session, guard, path), this.office.engine().listenerExecutor()));
	}

	private static FencingToken tokenOf(long token) {
		return new FencingToken(token, 0);
	}

	@Override
	public void onNodeGone() {
		this.claim.nodeGone();
	}

	@Override
	public void onRefused(Refusal refusal) {
		refuse((refusal.error() == ZnodeError.NO_AUTH)
				? refusal + ". Who made the node lets nobody else change it: connect with the same credentials"
				: refusal.toString());
	}

	private void refuse(String why) {
		cancelTakeover();
		logger.error("Election '{}': '{}' can't lead: {}", this.standing.election(), this.office.me().id(), why);
		this.refused = true;
		leave();
	}

	@Override
	public void onLost(HoldEnd why) {
		this.hasLapsed = true;
		LossReason reason = (why == HoldEnd.LAPSED) ? LossReason.LEASE_LAPSED : LossReason.NODE_DELETED;
		this.held = null;
		this.memory.lastEnding(endingNow(reason));
		this.standing.revoke(reason, ElectionState.JOINING);
	}

	@Override
	public void onEnded(EndReason reason) {
		cancelTakeover();
		// An answer may come late, when the next session has begun
		if (!this.session.isOver()) {
			this.listener.onEnded(reason, this.refused);
		}
	}

	private Ending endingNow(LossReason reason) {
		return new Ending(this.office.loop().now().wall(), reason.name());
	}

	private void cancelTakeover() {
		if (this.takeover != null) {
			this.takeover.cancel();
			this.takeover = null;
		}
	}

}
