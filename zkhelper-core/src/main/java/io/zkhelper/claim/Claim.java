package io.zkhelper.claim;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Hold;
import io.zkhelper.session.HoldEnd;
import io.zkhelper.session.Lease;
import io.zkhelper.session.Moment;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.Session;
import io.zkhelper.session.WatchEvent;
import io.zkhelper.session.ZnodeError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One contender's way through a queue, in one session: carries out what its state
 * decides. Lives on the event loop.
 *
 * @since 1.0.0
 */
public final class Claim {

	private static final Logger logger = LoggerFactory.getLogger(Claim.class);

	private final Session session;

	private final EventLoop loop;

	private final ClaimSpec spec;

	private final ClaimListener listener;

	private final Arrival arrival;

	private final QueueReader reader;

	private ClaimState state = new ClaimState.Joining();

	private String guid = "";

	private @Nullable Arrived arrived;

	private boolean fresh;

	private List<Contender> queue = List.of();

	private @Nullable Lookout lookout;

	private @Nullable Hold hold;

	/**
	 * Create a claim, to be begun by {@link #join()}.
	 * @param session the session in which it lives
	 * @param loop the event loop
	 * @param spec what it is for
	 * @param listener is told of its fate
	 */
	public Claim(Session session, EventLoop loop, ClaimSpec spec, ClaimListener listener) {
		this.session = session;
		this.loop = loop;
		this.spec = spec;
		this.listener = listener;
		this.arrival = new Arrival(session, loop, spec);
		this.reader = new QueueReader(session, spec);
	}

	/**
	 * Go to the end of the queue.
	 */
	public void join() {
		this.guid = this.loop.newIdentity();
		this.spec.memory().add(this.guid, this.session);
		this.arrival.create(this.guid, this::onCreateAnswer);
	}

	/**
	 * Return the identity of the contender, which the name of the node shows.
	 * @return the identity, empty before {@link #join()}
	 */
	public String identity() {
		return this.guid;
	}

	/**
	 * Return the transaction that made the own node.
	 * @return the token
	 * @throws IllegalStateException if the node is not known
	 */
	public FencingToken token() {
		if (this.arrived == null) {
			throw new IllegalStateException("No node is known");
		}
		return new FencingToken(this.arrived.token(), 0);
	}

	/**
	 * Return when the creation of the own node was sent, if the contender was first right
	 * then: such a creation is a committed transaction that names the node, and confirms
	 * as well as another one.
	 * @return the moment, empty if a transaction is needed
	 */
	public Optional<Moment> confirmedByCreation() {
		return Optional.ofNullable(this.arrived).map(Arrived::sent).filter((sent) -> this.fresh);
	}

	/**
	 * Be in the queue already, first, with a node that was made otherwise.
	 * @param identity the identity of the contender
	 * @param contender the own node
	 * @param token the transaction by which it has come to its place
	 */
	public void adopt(String identity, Contender contender, long token) {
		this.guid = identity;
		this.spec.memory().add(identity, this.session);
		this.arrived = new Arrived(contender, token, null, null);
		this.state = new Queued.Confirming(contender);
	}

	/**
	 * Leave the queue; {@link ClaimListener#onEnded} tells when the node is gone.
	 */
	public void leave() {
		moveTo(this.state.onLeave());
	}

	/**
	 * Hold, because a transaction that named the own node was committed.
	 * @param sent when it was sent
	 * @param lease how long the node is held without a heartbeat
	 * @return the lease
	 */
	public Lease confirmed(Moment sent, Duration lease) {
		String path = path();
		Hold begun = this.session.hold(path, sent, lease, this::onHoldEnd);
		this.hold = begun;
		moveTo(this.state.onConfirmed());
		return begun.lease();
	}

	/**
	 * The servers say that the own node is gone.
	 */
	public void nodeGone() {
		moveTo(this.state.onNodeGone());
	}

	/**
	 * Leave the own node to the caller, who deletes it: the claim is over and tells
	 * nothing more.
	 * @return the path of the own node, empty if it is not known whether there is one, in
	 * which case the claim leaves by itself
	 */
	public Optional<String> detach() {
		Optional<String> path = this.state.own().map((own) -> path());
		if (path.isPresent()) {
			stopWaiting();
			stopHolding();
			this.state = new ClaimState.Ended(EndReason.LEFT);
		}
		return path;
	}

	/**
	 * Remember nothing of the own node any more, because it is gone.
	 */
	public void forget() {
		this.spec.memory().forget(this.guid);
	}

	/**
	 * Read the queue again, trusting nothing that was read before.
	 */
	public void reread() {
		this.reader.suspect();
		moveTo(this.state.onWatchFired());
	}

	/**
	 * Return the own node.
	 * @return its path
	 */
	public String path() {
		return this.spec.path(this.state.own().map(Contender::name).orElseThrow());
	}

	// Only the event loop calls this: one writer, so neither locks nor compare-and-set
	private void moveTo(ClaimState next) {
		ClaimState previous = this.state;
		if (next.equals(previous) || this.session.isOver()) {
			return;
		}
		logger.debug("Claim in '{}': {} after {}", this.spec.directory(), next, previous);
		this.state = next;
		if (previous instanceof Queued.Waiting) {
			stopWaiting();
		}
		if (previous instanceof Queued.Holding) {
			stopHolding();
		}
		enter(next);
	}

	private void enter(ClaimState next) {
		if (next instanceof ClaimState.Joining) {
			join();
		}
		else if (next instanceof Queued.Unplaced) {
			readQueue();
		}
		else if (next instanceof Queued.Waiting waiting) {
			await(waiting);
		}
		else if (next instanceof Queued.Confirming confirming) {
			this.listener.onFirst(confirming.contender(), this.queue);
		}
		else if (next instanceof ClaimState.Leaving) {
			Removal.start(this.session, path(), this::nodeGone);
		}
		else if (next instanceof ClaimState.Ended ended) {
			this.listener.onEnded(ended.reason());
		}
	}

	private void onCreateAnswer(Answer<Arrived> answer) {
		if (answer.isOk()) {
			this.fresh = true;
			this.arrived = answer.value();
			moveTo(this.state.onCreated(answer.value().own()));
		}
		else if (answer.why().error().isOutcomeUnknown()) {
			this.fresh = false;
			moveTo(this.state.onCreateUnknown());
			this.session.whenConnected(() -> this.arrival.search(this.guid, this::onSearched));
		}
		else {
			refuse(answer.why());
		}
	}

	private void onSearched(Optional<Arrived> found) {
		this.arrived = found.orElse(null);
		moveTo(this.state.onSearched(found.map(Arrived::own)));
	}

	private void refuse(Refusal refusal) {
		if (this.state instanceof ClaimState.Abandoning) {
			moveTo(new ClaimState.Ended(EndReason.LEFT));
			return;
		}
		this.listener.onRefused(refusal);
		moveTo(this.state.own().isPresent() ? this.state.onLeave() : new ClaimState.Ended(EndReason.REFUSED));
	}

	private void readQueue() {
		ClaimState asking = this.state;
		Consumer<Answer<List<Contender>>> reader = (answer) -> {
			if (this.state.equals(asking)) {
				onQueueAnswer(answer);
			}
		};
		CompletableFuture<Answer<List<String>>> names = takeNames();
		if (names != null) {
			names.thenAccept((answer) -> this.reader.order(answer, reader));
		}
		else {
			this.reader.read(reader);
		}
	}

	// Of use once only: they show the queue as it was when the node came
	private @Nullable CompletableFuture<Answer<List<String>>> takeNames() {
		Arrived before = this.arrived;
		if (before == null || before.names() == null) {
			return null;
		}
		this.arrived = new Arrived(before.own(), before.token(), before.sent(), null);
		return before.names();
	}

	private void onQueueAnswer(Answer<List<Contender>> answer) {
		if (answer.isOk()) {
			this.queue = answer.value();
			removeOwnLeftovers();
			moveTo(this.state.onQueueRead(place(this.queue)));
		}
		else if (answer.why().error().isOutcomeUnknown()) {
			this.reader.suspect();
			this.session.whenConnected(this::readQueueAgain);
		}
		else if (answer.failedWith(ZnodeError.NO_NODE)) {
			nodeGone();
		}
		else {
			refuse(answer.why());
		}
	}

	private Place place(List<Contender> queue) {
		return this.spec.precedence().placeOf(this.state.own().orElseThrow(), queue);
	}

	private void readQueueAgain() {
		if (this.state instanceof Queued.Unplaced || this.state instanceof Queued.Waiting) {
			readQueue();
		}
	}

	// They would be waited for until their sessions expire
	private void removeOwnLeftovers() {
		this.queue.stream()
			.filter((contender) -> this.spec.memory().isLeftover(contender.name(), this.session))
			.forEach((contender) -> Removal.start(this.session, this.spec.path(contender.name()),
					() -> logger.debug("A node of an earlier session was removed: {}", contender)));
	}

	private void await(Queued.Waiting waiting) {
		this.fresh = false;
		this.lookout = new Lookout(this.session, this.loop, this.spec, (answer) -> {
			if (this.state.equals(waiting)) {
				onLookedOut(answer);
			}
		});
		this.lookout.start(waiting.place(), this.queue, () -> recheck(waiting));
		this.listener.onWaiting();
	}

	private void onLookedOut(Answer<WatchEvent> answer) {
		if (answer.isOk()) {
			boolean gone = answer.value() == WatchEvent.DELETED;
			moveTo(gone ? this.state.onNextGone() : this.state.onWatchFired());
		}
		else {
			refuse(answer.why());
		}
	}

	private void recheck(Queued.Waiting waiting) {
		this.reader.read((answer) -> {
			if (!answer.isOk() || !this.state.equals(waiting)) {
				return;
			}
			ClaimState next = waiting.onQueueRead(place(answer.value()));
			if (next instanceof ClaimState.Ended) {
				// Nobody watches the own node while it waits
				moveTo(next);
			}
			else if (!next.equals(waiting)) {
				logger.warn("A change in '{}' was not told by its watch", this.spec.directory());
				this.listener.onMissedWatch();
				moveTo(this.state.onWatchFired());
			}
		});
	}

	private void onHoldEnd(HoldEnd why) {
		this.reader.suspect();
		this.listener.onLost(why);
		moveTo((why == HoldEnd.LAPSED) ? this.state.onLapsed() : this.state.onNodeGone());
	}

	private void stopWaiting() {
		if (this.lookout != null) {
			this.lookout.cancel();
			this.lookout = null;
		}
	}

	private void stopHolding() {
		if (this.hold != null) {
			this.hold.release();
			this.hold = null;
		}
	}

}
