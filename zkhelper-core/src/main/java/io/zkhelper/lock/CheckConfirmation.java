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
 * Confirms by a transaction that names the own node: that of its creation if that was not
 * long ago and the node is known to be there still, otherwise one that only checks it.
 */
final class CheckConfirmation implements Confirmation {

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
		Optional<Moment> created = this.claim.arrival().confirmedByCreation().filter(this::isRecent);
		if (created.isPresent()) {
			this.listener.onConfirmed(created.get(), this.lease);
		}
		else {
			check();
		}
	}

	private boolean isRecent(Moment sent) {
		return this.loop.now().since(sent).compareTo(this.lease.dividedBy(2)) < 0;
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
