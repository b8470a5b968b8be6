package io.zkhelper.election;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.session.Awaited;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Listeners;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How an election stands for one participant: written by the event loop, read by anybody,
 * told to listeners.
 */
final class Standing {

	private static final Logger logger = LoggerFactory.getLogger(LeaderElection.class);

	private final String election;

	private final Participant me;

	private final Listeners<LeadershipListener> listeners;

	private final Awaited<Participant> awaitedLeader;

	private final Awaited<Leadership> awaitedLeadership;

	private ElectionState state = ElectionState.IDLE;

	private Observation seen;

	private @Nullable FencingToken lastOwnToken;

	private volatile @Nullable ActiveTerm term;

	private volatile ElectionView view;

	Standing(String election, Participant me, EventLoop loop, Executor executor) {
		this.election = election;
		this.me = me;
		this.listeners = new Listeners<>(executor);
		this.seen = Observation.none(loop.now().wall());
		this.view = computedView();
		this.awaitedLeader = new Awaited<>(loop, () -> this.view.leader());
		this.awaitedLeadership = new Awaited<>(loop, this::leadership);
	}

	String election() {
		return this.election;
	}

	ElectionView view() {
		return this.view;
	}

	boolean isLeader() {
		ActiveTerm current = this.term;
		return current != null && current.isOpen();
	}

	Optional<Leadership> leadership() {
		return term().filter(ActiveTerm::isOpen).map((term) -> term);
	}

	/**
	 * The term that was not revoked yet; its lease may have lapsed, its gate be closed.
	 */
	Optional<ActiveTerm> term() {
		return Optional.ofNullable(this.term);
	}

	Awaited<Participant> awaitedLeader() {
		return this.awaitedLeader;
	}

	Awaited<Leadership> awaitedLeadership() {
		return this.awaitedLeadership;
	}

	void moveTo(ElectionState next) {
		if (this.state != next) {
			logger.debug("Election '{}': '{}' is {} now, was {}", this.election, this.me.id(), next, this.state);
			this.state = next;
			publish();
		}
	}

	void observe(Observation observation) {
		this.seen = observation;
		publish();
	}

	void observeStale() {
		observe(this.seen.asStale());
	}

	void grant(ActiveTerm granted) {
		this.term = granted;
		this.lastOwnToken = granted.token();
		this.state = ElectionState.LEADING;
		logger.info("Election '{}': '{}' leads now, term {}, token {}, after {}", this.election, this.me.id(),
				granted.term(), granted.token(), granted.handOver());
		this.listeners.tell((listener) -> listener.onGranted(granted));
		publish();
	}

	void revoke(LossReason reason, ElectionState next) {
		ActiveTerm ended = this.term;
		if (ended == null) {
			moveTo(next);
			return;
		}
		ended.end(reason);
		this.term = null;
		this.state = next;
		logger.info("Election '{}': '{}' leads no more, term {}: {}", this.election, this.me.id(), ended.term(),
				reason.description());
		this.listeners.tell((listener) -> listener.onRevoked(ended, reason));
		publish();
	}

	private void publish() {
		ElectionView previous = this.view;
		ElectionView next = computedView();
		this.view = next;
		if (!previous.current().equals(next.current())) {
			logChange(previous, next);
			this.listeners.tellLatest((listener) -> listener.onLeaderChanged(next));
		}
		this.awaitedLeader.update();
		this.awaitedLeadership.update();
	}

	// The own grants and losses have their own lines
	private void logChange(ElectionView previous, ElectionView next) {
		boolean own = next.leader()
			.or(previous::leader)
			.filter((leader) -> leader.id().equals(this.me.id()))
			.isPresent();
		if (!own) {
			logger.info("Election '{}': {}, before that {}", this.election, describe(next), describe(previous));
		}
	}

	private static String describe(ElectionView view) {
		return view.current()
			.map((term) -> "'%s' leads term %d".formatted(term.leader().id(), term.number()))
			.orElse("nobody leads");
	}

	private ElectionView computedView() {
		Optional<Term> own = term().map((term) -> term.asSeenBy(this.me));
		return new ElectionView(this.state, own.or(this::termOfAnother), participants(), this.seen.history(),
				this.seen.asOf(), this.seen.stale());
	}

	// Who leads takes part, though the queue may not have been read since
	private List<Participant> participants() {
		List<Participant> participants = this.seen.participants();
		if (this.term == null || participants.stream().anyMatch((other) -> other.id().equals(this.me.id()))) {
			return participants;
		}
		return Stream.concat(Stream.of(this.me), participants.stream()).toList();
	}

	// What was read may be older than the end of the own term
	private Optional<Term> termOfAnother() {
		FencingToken last = this.lastOwnToken;
		return this.seen.current().filter((term) -> last == null || term.token().isNewerThan(last));
	}

	void add(Object key, LeadershipListener listener) {
		Optional<ActiveTerm> current = term();
		ElectionView now = this.view;
		this.listeners.add(key, listener, (added) -> {
			current.ifPresent(added::onGranted);
			added.onLeaderChanged(now);
		});
	}

	void remove(Object key) {
		this.listeners.remove(key);
	}

}
