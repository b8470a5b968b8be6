package io.zkhelper.election;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.zkhelper.claim.FencingToken;
import io.zkhelper.session.Awaited;
import io.zkhelper.session.EventLoop;
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

	private final Audience audience;

	private final Awaited<Participant> awaitedLeader;

	private final Awaited<Leadership> awaitedLeadership;

	private ElectionState state = ElectionState.IDLE;

	private Observation seen;

	private boolean hasSeen;

	private @Nullable FencingToken lastOwnToken;

	private volatile @Nullable ActiveTerm term;

	private volatile ElectionView view;

	private volatile @Nullable ElectionEndedException failure;

	Standing(String election, Participant me, EventLoop loop, Executor executor) {
		this.election = election;
		this.me = me;
		this.audience = new Audience(loop, executor);
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

	/**
	 * Why nothing follows any more.
	 */
	Optional<ElectionEndedException> failure() {
		return Optional.ofNullable(this.failure);
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
		this.hasSeen = true;
		publish();
	}

	void observeStale() {
		this.seen = this.seen.asStale();
		publish();
	}

	void grant(ActiveTerm granted) {
		this.term = granted;
		this.lastOwnToken = granted.token();
		this.state = ElectionState.LEADING;
		logger.info("Election '{}': '{}' leads now, term {}, token {}, after {}", this.election, this.me.id(),
				granted.term(), granted.token(), granted.handOver());
		this.audience.tell((listener) -> listener.onGranted(granted));
		this.audience.tellInsiders((insider) -> insider.onGranted(granted));
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
		this.audience.tell((listener) -> listener.onRevoked(ended, reason));
		this.audience.tellInsiders((insider) -> insider.onRevoked(reason));
		publish();
	}

	void drain() {
		moveTo(ElectionState.DRAINING);
		tellInsiders(TermListener::onDraining);
	}

	void trouble(ElectionTrouble trouble) {
		tellInsiders((insider) -> insider.onTrouble(trouble));
	}

	void tellInsiders(Consumer<TermListener> message) {
		this.audience.tellInsiders(message);
	}

	/**
	 * Tell of the end, and nothing after it.
	 */
	void fail(ElectionTrouble trouble) {
		ElectionEndedException ended = endedBy(trouble);
		this.failure = ended;
		logger.error("{}. It was to fail fast: build another one to take part again", ended.getMessage());
		this.audience.fail(ended);
	}

	ElectionEndedException endedBy(ElectionTrouble trouble) {
		return new ElectionEndedException(this.election, this.me.id(), trouble);
	}

	private void publish() {
		ElectionView previous = this.view;
		ElectionView next = computedView();
		this.view = next;
		if (!withoutValue(previous).equals(withoutValue(next))) {
			logChange(previous, next);
			this.audience.leaderChanged(next);
		}
		if (this.hasSeen) {
			this.audience.viewed(next);
		}
		this.awaitedLeader.update();
		this.awaitedLeadership.update();
	}

	private static Optional<Term> withoutValue(ElectionView view) {
		return view.current().map((term) -> term.with(Optional.empty()));
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
		Optional<Term> current = term().map((term) -> term.asSeenBy(this.me)).or(this::termOfAnother);
		return new ElectionView(this.state, current.map((term) -> term.with(this.seen.proclaimed())), participants(),
				this.seen.history(), this.seen.asOf(), this.seen.stale());
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
		this.audience.add(key, listener, (added) -> {
			current.ifPresent(added::onGranted);
			added.onLeaderChanged(now);
		});
	}

	void addObserver(Object key, Consumer<ElectionView> observer) {
		this.audience.addObserver(key, observer);
	}

	boolean isObserved() {
		return this.audience.isObserved();
	}

	/**
	 * Add a part of the election; it is told of a term under way.
	 */
	void addInsider(Object key, TermListener insider) {
		Optional<ActiveTerm> current = term().filter(ActiveTerm::isOpen);
		this.audience.addInsider(key, insider, (added) -> current.ifPresent(added::onGranted));
	}

	void remove(Object key) {
		this.audience.remove(key);
	}

}
