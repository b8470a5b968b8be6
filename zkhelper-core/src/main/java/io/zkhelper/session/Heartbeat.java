package io.zkhelper.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renews the leases of one session by transactions of the quorum that name every held
 * node. A ping would not do: a follower answers pings alone.
 */
final class Heartbeat {

	/**
	 * The servers take requests of up to 1 MiB; a heartbeat must not get near that, since
	 * one that is too long takes the connection along.
	 */
	private static final int LONGEST_REQUEST = 128 * 1024;

	/** What a check costs beside its path. */
	private static final int OVERHEAD = 24;

	private static final Cancellable NOTHING = () -> {
	};

	private static final Logger logger = LoggerFactory.getLogger(ZkClient.class);

	private final Session session;

	private final EventLoop loop;

	private final Set<Hold> holds = new LinkedHashSet<>();

	// What other threads may ask
	private volatile List<Lease> leases = List.of();

	private Moment last;

	private Cancellable next = NOTHING;

	Heartbeat(Session session, EventLoop loop) {
		this.session = session;
		this.loop = loop;
		this.last = loop.now();
	}

	void add(Hold hold) {
		if (this.holds.isEmpty()) {
			this.last = this.loop.now();
		}
		this.holds.add(hold);
		watchDeadline(hold);
		onHoldsChanged();
	}

	void remove(Hold hold) {
		if (this.holds.remove(hold)) {
			hold.watched(NOTHING);
			onHoldsChanged();
		}
	}

	private void onHoldsChanged() {
		this.leases = this.holds.stream().map(Hold::lease).toList();
		schedule();
	}

	void endAll() {
		this.holds.forEach((hold) -> hold.lease().end());
		this.holds.clear();
		onHoldsChanged();
	}

	Optional<Duration> remaining() {
		return this.leases.stream().map(Lease::remaining).min(Duration::compareTo);
	}

	void shortenTo(Duration longestLease) {
		this.holds.forEach((hold) -> {
			hold.lease().shortenTo(longestLease);
			watchDeadline(hold);
		});
	}

	void beat() {
		this.last = this.loop.now();
		if (this.session.isConnected()) {
			inBatches(List.copyOf(this.holds)).forEach(this::send);
		}
		schedule();
	}

	// Counted from the last heartbeat, or holds that come and go all the time would put
	// off the next one for ever
	private void schedule() {
		this.next.cancel();
		this.holds.stream().map(Hold::length).min(Duration::compareTo).ifPresent((lease) -> {
			Duration period = this.session.rules().heartbeatPeriod(lease);
			this.next = this.loop.schedule(period.minus(this.loop.now().since(this.last)), this::beat);
		});
	}

	private static List<List<Hold>> inBatches(List<Hold> holds) {
		List<List<Hold>> batches = new ArrayList<>();
		int length = LONGEST_REQUEST;
		for (Hold hold : holds) {
			int own = hold.path().length() + OVERHEAD;
			if (length + own > LONGEST_REQUEST) {
				batches.add(new ArrayList<>());
				length = 0;
			}
			batches.get(batches.size() - 1).add(hold);
			length += own;
		}
		return batches;
	}

	private void send(List<Hold> batch) {
		Moment sent = this.loop.now();
		List<Change.Check> checks = batch.stream()
			.map((hold) -> new Change.Check(hold.path(), Change.ANY_VERSION))
			.toList();
		this.session.znodes().multi(checks, (answer) -> onAnswer(batch, sent, answer));
	}

	private void onAnswer(List<Hold> batch, Moment sent, Answer<List<NodeStat>> answer) {
		if (answer.isOk()) {
			this.session.touched(sent);
			batch.stream().filter(this.holds::contains).forEach((hold) -> renew(hold, sent));
		}
		else if (answer.failedWith(ZnodeError.NO_NODE)) {
			dropMissing(batch, answer.why().path());
		}
		else if (!answer.why().error().isOutcomeUnknown()) {
			logger.warn("The servers have refused a heartbeat, so that what is held lapses: {}", answer.why());
		}
	}

	private void renew(Hold hold, Moment sent) {
		hold.lease().extend(new Deadline(sent, this.session.longestLease(hold.length())));
	}

	// Only the first missing node is named. Each round drops one, so this comes to an end
	private void dropMissing(List<Hold> batch, String missing) {
		List<Hold> others = batch.stream()
			.filter((hold) -> !hold.path().equals(missing) && this.holds.contains(hold))
			.toList();
		batch.stream()
			.filter((hold) -> hold.path().equals(missing) && this.holds.contains(hold))
			.forEach((hold) -> hold.end(HoldEnd.NODE_GONE));
		if (!others.isEmpty() && others.size() < batch.size()) {
			send(others);
		}
	}

	private void watchDeadline(Hold hold) {
		hold.watched(this.loop.schedule(hold.lease().remaining(), () -> {
			if (!this.holds.contains(hold)) {
				return;
			}
			if (hold.lease().isValid()) {
				watchDeadline(hold);
			}
			else {
				hold.end(HoldEnd.LAPSED);
			}
		}));
	}

}
