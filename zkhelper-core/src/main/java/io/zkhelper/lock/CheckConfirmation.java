package io.zkhelper.lock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.zkhelper.claim.Claim;
import io.zkhelper.claim.Contender;
import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Moment;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;

/**
 * Confirms by a transaction that names the own node: that of its creation if it was first
 * right then or a moment later, otherwise one that only checks it.
 * <p>
 * From either one the session lives for longer than the lease, and a node ahead that has
 * gone does not come back. A check does more in one case only: it shows that somebody has
 * deleted the own node by hand while it waited, which nobody does in so short a wait.
 */
final class CheckConfirmation implements Confirmation {

	private static final Duration SHORT_WAIT = Duration.ofMillis(200);

	private final Claim claim;

	private final Session session;

	private final EventLoop loop;

	private final Duration lease;

	private final Listener listener;

	// What was sent in an earlier attempt does not count any more
	private int attempt;

	/**
	 * Create a confirmation.
	 * @param claim the claim to confirm
	 * @param session its session
	 * @param loop the clocks
	 * @param lease how long the lock is to be held without a heartbeat
	 * @param listener is told how it has ended
	 */
	CheckConfirmation(Claim claim, Session session, EventLoop loop, Duration lease, Listener listener) {
		this.claim = claim;
		this.session = session;
		this.loop = loop;
		this.lease = lease;
		this.listener = listener;
	}

	@Override
	public void start(Contender own, List<Contender> queue) {
		cancel();
		Optional<Moment> created = this.claim.arrival().creationSent().filter(this::isRecent);
		if (created.isPresent()) {
			this.listener.onConfirmed(created.get(), this.lease);
		}
		else {
			check();
		}
	}

	private boolean isRecent(Moment sent) {
		Duration age = this.loop.now().since(sent);
		boolean waited = this.claim.arrival().hasWaited();
		return age.compareTo(this.lease.dividedBy(2)) < 0 && (!waited || age.compareTo(SHORT_WAIT) < 0);
	}

	private void check() {
		Moment sent = this.loop.now();
		int mine = this.attempt;
		this.session.znodes().multi(List.of(new Change.Check(this.claim.path(), Change.ANY_VERSION)), (answer) -> {
			if (this.attempt == mine) {
				onChecked(answer, sent);
			}
		});
	}

	private void onChecked(Answer<List<NodeStat>> answer, Moment sent) {
		if (answer.isOk()) {
			this.listener.onConfirmed(sent, this.lease);
		}
		else if (answer.failedWith(ZnodeError.NO_NODE)) {
			this.claim.nodeGone();
		}
		else if (answer.why().error().isOutcomeUnknown()) {
			this.session.whenConnected(this.claim::reread);
		}
		else {
			this.listener.onRefused(answer.why());
		}
	}

	@Override
	public void cancel() {
		this.attempt++;
	}

	@Override
	public void release(Runnable gone) {
		this.claim.leave();
	}

}
