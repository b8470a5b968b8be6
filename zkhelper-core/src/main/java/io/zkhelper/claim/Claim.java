package io.zkhelper.claim;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import io.zkhelper.session.Answer;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Hold;
import io.zkhelper.session.HoldEnd;
import io.zkhelper.session.Lease;
import io.zkhelper.session.Moment;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.Session;
import io.zkhelper.session.WatchEvent;
import io.zkhelper.session.ZnodeError;
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

	private static final Cancellable NOTHING = () -> {
	};

	private final Session session;

	private final EventLoop loop;

	private final ClaimSpec spec;

	private final ClaimListener listener;

	private final Arrival arrival;

	private final QueueReader reader;

	private ClaimState state = new ClaimState.Joining();

	private List<Contender> queue = List.of();

	private Cancellable waiting = NOTHING;

	private Cancellable holding = NOTHING;

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
		this.arrival.begin(this::onCreateAnswer);
	}

	/**
	 * Return how the own node has come into the queue.
	 * @return the arrival
	 */
	public Arrival arrival() {
		return this.arrival;
	}

	/**
	 * Be in the queue already, first, with a node that was made otherwise.
	 * @param identity the identity of the contender
	 * @param contender the own node
	 * @param token the transaction by which it has come to its place
	 */
	public void adopt(String identity, Contender contender, long token) {
		this.arrival.adopt(identity, contender, token);
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
		Hold begun = this.session.hold(path(), sent, lease, this::onHoldEnd);
		this.holding = this.arrival.onHeld(begun);
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
			this.waiting.cancel();
			this.holding.cancel();
			this.state = new ClaimState.Ended(EndReason.LEFT);
		}
		return path;
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
			this.waiting.cancel();
		}
		if (previous instanceof Queued.Holding) {
			this.holding.cancel();
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

	private void onCreateAnswer(Answer<Contender> answer) {
		if (answer.isOk()) {
			moveTo(this.state.onCreated(answer.value()));
		}
		else if (answer.why().error().isOutcomeUnknown()) {
			moveTo(this.state.onCreateUnknown());
			this.session.whenConnected(() -> this.arrival.search((own) -> moveTo(this.state.onSearched(own))));
		}
		else {
			refuse(answer.why());
		}
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
		this.arrival.takeNames()
			.ifPresentOrElse((names) -> names.thenAccept((answer) -> this.reader.order(answer, reader)),
					() -> this.reader.read(reader));
	}

	private void onQueueAnswer(Answer<List<Contender>> answer) {
		if (answer.isOk()) {
			this.queue = answer.value();
			this.reader.removeLeftovers(this.queue);
			moveTo(this.state.onQueueRead(place(this.queue)));
		}
		else if (answer.why().error().isOutcomeUnknown()) {
			this.reader.suspect();
			this.session.whenConnected(() -> {
				if (this.state instanceof Queued.Unplaced || this.state instanceof Queued.Waiting) {
					readQueue();
				}
			});
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

	private void await(Queued.Waiting waiting) {
		this.arrival.onBehind();
		Lookout lookout = new Lookout(this.session, this.loop, this.spec, this::onLookedOut);
		this.waiting = lookout::cancel;
		lookout.start(waiting, this.queue, () -> recheck(waiting));
		this.listener.onWaiting();
	}

	private void onLookedOut(Answer<WatchEvent> answer, boolean ownThere) {
		if (answer.isOk()) {
			boolean gone = answer.value() == WatchEvent.DELETED;
			this.arrival.onNextGone(gone && ownThere);
			moveTo(gone ? this.state.onNextGone() : this.state.onWatchFired());
		}
		else if (answer.failedWith(ZnodeError.NO_NODE)) {
			nodeGone();
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
			Place now = place(answer.value());
			if (now instanceof Place.Gone) {
				// Nobody watches the own node while it waits
				moveTo(this.state.onQueueRead(now));
			}
			else if (!now.isWaitedForLike(waiting.place())) {
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

}
