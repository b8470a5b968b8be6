package io.zkhelper.claim.takeover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Change;
import io.zkhelper.session.Directories;
import io.zkhelper.session.Moment;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeKind;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;
import org.jspecify.annotations.Nullable;

/**
 * The way from being first in the queue to a grant: read the record, wait if need be, and
 * write it in one transaction that names the own node. Lives on the event loop.
 *
 * @since 1.0.0
 */
public final class Takeover {

	private final TakeoverSpec spec;

	private final Session session;

	private final Position position;

	private final GrantListener listener;

	private final Moment firstAt;

	private boolean cancelled;

	private int missingTouches;

	private @Nullable Moment firstSent;

	/**
	 * Create a takeover, to be begun by {@link #start()}.
	 * @param spec what it has in common with others
	 * @param session the session of the own node
	 * @param position how things stand
	 * @param listener is told how it goes
	 */
	public Takeover(TakeoverSpec spec, Session session, Position position, GrantListener listener) {
		this.spec = spec;
		this.session = session;
		this.position = position;
		this.listener = listener;
		this.firstAt = position.firstAt();
		this.missingTouches = position.missingTouches(spec.precaution().safety());
	}

	/**
	 * Begin by reading the record.
	 */
	public void start() {
		this.session.znodes().read(record(), this::onRead);
	}

	/**
	 * Let the listener hear nothing more. A transaction that is on its way may still be
	 * committed.
	 */
	public void cancel() {
		this.cancelled = true;
	}

	private String record() {
		return this.spec.record().path();
	}

	private void onRead(Answer<NodeData> answer) {
		if (this.cancelled) {
			return;
		}
		if (answer.isOk()) {
			decide(this.spec.record().read(answer.value()));
		}
		else if (answer.failedWith(ZnodeError.NO_NODE)) {
			makeRecord();
		}
		else {
			retryOrRefuse(answer, this::start);
		}
	}

	private void makeRecord() {
		Change.Create blank = new Change.Create(record(), new byte[0], NodeKind.PERSISTENT);
		new Directories(this.session.znodes()).ensure(blank, (answer) -> {
			if (answer.isOk()) {
				start();
			}
			else {
				retryOrRefuse(answer, this::start);
			}
		});
	}

	private void retryOrRefuse(Answer<?> answer, Runnable retry) {
		if (this.cancelled) {
			return;
		}
		if (answer.why().error().isOutcomeUnknown()) {
			this.session.whenConnected(retry);
		}
		else {
			this.listener.onRefused(answer.why());
		}
	}

	private void decide(ReadRecord read) {
		if (read.record().filter(this.position::isHeldBehind).isPresent()) {
			this.listener.onBlocked();
			return;
		}
		Duration delay = new Succession(this.spec.precaution(), this.session.rules()).delay(read,
				this.position.predecessor(read));
		Duration remaining = delay.minus(this.spec.loop().now().surelySince(this.firstAt));
		if (remaining.isNegative() || remaining.isZero()) {
			touch(read);
		}
		else {
			this.listener.onDelayed();
			this.spec.loop().schedule(remaining, () -> touch(read));
		}
	}

	// After a lapse, evidence that the session is alive comes first
	private void touch(ReadRecord read) {
		if (this.cancelled) {
			return;
		}
		if (this.missingTouches == 0) {
			write(read);
			return;
		}
		Moment sent = this.spec.loop().now();
		this.session.znodes().multi(this.position.check(), (answer) -> onTouched(read, sent, answer));
	}

	private void onTouched(ReadRecord read, Moment sent, Answer<List<NodeStat>> answer) {
		if (this.cancelled) {
			return;
		}
		if (answer.isOk()) {
			this.session.touched(sent);
			this.missingTouches--;
			Duration pause = (this.missingTouches > 0) ? this.session.rules().touchDistance() : Duration.ZERO;
			this.spec.loop().schedule(pause, () -> touch(read));
		}
		else {
			onCheckFailed(answer, () -> touch(read));
		}
	}

	private void onCheckFailed(Answer<?> answer, Runnable retry) {
		if (answer.failedWith(ZnodeError.NO_NODE) && answer.why().path().equals(this.position.path())) {
			this.listener.onNodeGone();
		}
		else if (answer.failedWith(ZnodeError.NO_NODE) || answer.failedWith(ZnodeError.BAD_VERSION)) {
			start();
		}
		else {
			retryOrRefuse(answer, retry);
		}
	}

	private void write(ReadRecord previous) {
		Moment sent = this.spec.loop().now();
		if (this.firstSent == null) {
			this.firstSent = sent;
		}
		TermRecord next = nextRecord(previous, sent);
		List<Change> changes = new ArrayList<>(this.position.check());
		changes.add(new Change.SetData(record(), next.toBytes(), previous.version()));
		this.session.znodes().multi(changes, (answer) -> onWritten(previous, next, sent, answer));
	}

	private TermRecord nextRecord(ReadRecord previous, Moment sent) {
		return new TermRecord(this.position.termAfter(previous), this.position.own().name(),
				new Tenure(this.spec.who(), sent.wall()), this.spec.precaution().lease(this.session.rules()),
				previous.highestToken(), null);
	}

	private void onWritten(ReadRecord previous, TermRecord next, Moment sent, Answer<List<NodeStat>> answer) {
		if (this.cancelled) {
			return;
		}
		if (answer.isOk()) {
			NodeStat stat = answer.value().get(1);
			this.listener.onGranted(previous, new ReadRecord(Optional.of(next), stat.version(), stat.mzxid(), false),
					sent);
		}
		else {
			onCheckFailed(answer, () -> resolve(previous, next));
		}
	}

	/**
	 * Find out what has become of a write whose answer was lost.
	 */
	private void resolve(ReadRecord previous, TermRecord next) {
		this.session.znodes().sync(record(), (synced) -> this.session.znodes().read(record(), (answer) -> {
			if (this.cancelled) {
				return;
			}
			if (!synced.isOk() || !answer.isOk()) {
				onCheckFailed(synced.isOk() ? answer : synced, () -> resolve(previous, next));
				return;
			}
			ReadRecord read = this.spec.record().read(answer.value());
			if (read.record().filter((record) -> isOwnGrant(record, next)).isPresent()) {
				confirm(previous, read);
			}
			else {
				decide(read);
			}
		}));
	}

	private static boolean isOwnGrant(TermRecord record, TermRecord next) {
		return record.isHeldBy(next.candidate()) && record.term() == next.term();
	}

	// One acknowledged heartbeat before acting; the lease still counts from the first try
	private void confirm(ReadRecord previous, ReadRecord written) {
		this.session.znodes().multi(this.position.check(), (answer) -> {
			if (this.cancelled) {
				return;
			}
			if (answer.isOk() && this.firstSent != null) {
				this.listener.onGranted(previous, written, this.firstSent);
			}
			else {
				onCheckFailed(answer, () -> confirm(previous, written));
			}
		});
	}

}
