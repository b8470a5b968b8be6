package io.zkhelper.lock;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.zkhelper.claim.Claim;
import io.zkhelper.claim.Contender;
import io.zkhelper.claim.QueueMemory;
import io.zkhelper.claim.takeover.Ending;
import io.zkhelper.claim.takeover.GrantListener;
import io.zkhelper.claim.takeover.Position;
import io.zkhelper.claim.takeover.ReadRecord;
import io.zkhelper.claim.takeover.Release;
import io.zkhelper.claim.takeover.Takeover;
import io.zkhelper.claim.takeover.TakeoverSpec;
import io.zkhelper.session.Moment;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.Session;
import org.jspecify.annotations.Nullable;

/**
 * Confirms by a record of who holds the lock, which the next holder reads: after an
 * unclean end it waits until the lease has run out for sure.
 */
final class RecordConfirmation implements Confirmation, GrantListener {

	/** How long to wait before looking again at a queue that can't be taken over. */
	private static final Duration BLOCKED_DELAY = Duration.ofSeconds(1);

	private final Claim claim;

	private final Session session;

	private final TakeoverSpec spec;

	private final QueueMemory memory;

	private final Listener listener;

	private @Nullable Takeover takeover;

	private @Nullable ReadRecord held;

	/**
	 * Create a confirmation.
	 * @param claim the claim to confirm
	 * @param session its session
	 * @param spec what the record is
	 * @param memory what is remembered of the queue
	 * @param listener is told how it has ended
	 */
	RecordConfirmation(Claim claim, Session session, TakeoverSpec spec, QueueMemory memory, Listener listener) {
		this.claim = claim;
		this.session = session;
		this.spec = spec;
		this.memory = memory;
		this.listener = listener;
	}

	@Override
	public void start(Contender own, List<Contender> queue) {
		cancel();
		boolean waited = this.claim.arrival().hasWaited();
		Position position = new Position(this.claim.path(), own, queue, this.spec.loop().now(),
				new Position.Past(this.memory, waited, false, 0));
		this.takeover = new Takeover(this.spec, this.session, position, this);
		this.takeover.start();
	}

	@Override
	public void cancel() {
		if (this.takeover != null) {
			this.takeover.cancel();
			this.takeover = null;
		}
	}

	@Override
	public void onGranted(ReadRecord previous, ReadRecord written, Moment anchor) {
		cancel();
		this.held = written;
		this.listener.onConfirmed(anchor, written.record().orElseThrow().lease());
	}

	@Override
	public void onDelayed() {
	}

	@Override
	public void onBlocked() {
		this.spec.loop().schedule(BLOCKED_DELAY, this.claim::reread);
	}

	@Override
	public void onNodeGone() {
		cancel();
		this.claim.nodeGone();
	}

	@Override
	public void onRefused(Refusal refusal) {
		cancel();
		this.listener.onRefused(refusal);
	}

	@Override
	public void release(Runnable gone) {
		cancel();
		ReadRecord record = this.held;
		this.held = null;
		if (record == null) {
			this.claim.leave();
			return;
		}
		Ending ending = new Ending(this.spec.loop().now().wall(), "RELEASED");
		// Detached first, so that no heartbeat names a node whose delete is on its way
		Optional<String> path = this.claim.detach();
		path.ifPresent((own) -> new Release(this.session, this.spec.record(), own, ending, gone).start(record));
	}

}
