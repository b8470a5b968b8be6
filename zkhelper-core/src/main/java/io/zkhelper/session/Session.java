package io.zkhelper.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * One session of a client. Whatever is held belongs to exactly one session, and dies with
 * it. All methods are for the event loop.
 *
 * @since 1.0.0
 */
public final class Session {

	private static final Duration RETRY_DELAY = Duration.ofMillis(20);

	private final Timing timing;

	private final EventLoop loop;

	private final SequenceCounters counters;

	private final Heartbeat heartbeat;

	private final Evidence evidence = new Evidence();

	private final List<Runnable> waiting = new ArrayList<>();

	private final Legacy legacy = new Legacy(this);

	private @Nullable Znodes znodes;

	private LeaseRules rules;

	private long id;

	private boolean begun;

	private int connections;

	private boolean connected;

	private boolean over;

	private boolean borrowed;

	Session(Timing timing, EventLoop loop, SequenceCounters counters) {
		this.timing = timing;
		this.loop = loop;
		this.counters = counters;
		this.rules = new LeaseRules(timing, timing.sessionTimeout());
		this.heartbeat = new Heartbeat(this, loop);
	}

	/**
	 * Return the way to the servers.
	 * @return the handle of this session
	 */
	public Znodes znodes() {
		if (this.znodes == null) {
			throw new IllegalStateException("The session has not begun");
		}
		return this.znodes;
	}

	/**
	 * Return how far the servers have counted.
	 * @return the counters that all sessions of the client have in common
	 */
	public SequenceCounters counters() {
		return this.counters;
	}

	/**
	 * Return whether there is a server at the moment.
	 * @return {@code true} if requests have a chance
	 */
	public boolean isConnected() {
		return this.connected;
	}

	/**
	 * Return whether the session has ended.
	 * @return {@code true} if nothing of it remains
	 */
	public boolean isOver() {
		return this.over;
	}

	/**
	 * Return the inequalities under the smallest timeout granted so far.
	 * @return the rules
	 */
	public LeaseRules rules() {
		return this.rules;
	}

	/**
	 * Return whether a node goes when this session ends.
	 * @param stat the node
	 * @return {@code true} if this session owns it
	 */
	public boolean owns(NodeStat stat) {
		return this.id != 0 && stat.ephemeralOwner() == this.id;
	}

	/**
	 * Return a node of a directory that another client has left in this session, for who
	 * takes its place. The caller has to see to it that the node goes.
	 * @param directory the directory
	 * @return its path, empty if there is none that nobody has taken over yet
	 */
	public Optional<String> takeOver(String directory) {
		return this.legacy.takeFrom(directory);
	}

	List<String> takeOverAll() {
		return this.legacy.takeAll();
	}

	/**
	 * Hold a node that a committed transaction has named.
	 * @param path the node
	 * @param sent when the transaction was sent
	 * @param lease how long the node is held without another heartbeat; shorter if the
	 * servers grant too short a session
	 * @param listener is told when it ends by itself
	 * @return the hold
	 */
	public Hold hold(String path, Moment sent, Duration lease, HoldListener listener) {
		touched(sent);
		Lease first = new Lease(this.loop, new Deadline(sent, longestLease(lease)));
		Hold hold = new Hold(this.heartbeat, path, lease, first, listener);
		this.heartbeat.add(hold);
		return hold;
	}

	/**
	 * Note that a transaction of this session was committed, as its answer says by now.
	 * @param sent when it was sent
	 */
	public void touched(Moment sent) {
		this.evidence.add(sent, this.loop.now(), this.rules);
	}

	/**
	 * Return how often this session has had a server, counted from 1. After each change
	 * of the number nothing is to be decided from a read before a sync.
	 * @return the number of connections
	 */
	public int connections() {
		return this.connections;
	}

	/**
	 * Run a task as soon as there is a server, or a moment later if there seems to be
	 * one: the answer that made the caller wait may have come before the news that the
	 * connection is gone. Never run once the session is over.
	 * @param task the task
	 */
	public void whenConnected(Runnable task) {
		if (this.connected) {
			this.loop.schedule(RETRY_DELAY, () -> runOrWait(task));
		}
		else {
			runOrWait(task);
		}
	}

	/**
	 * Ask again if nobody knows whether a request was applied: as soon as there is a
	 * server, as {@link #whenConnected} does.
	 * @param answer what was answered
	 * @param request asks again
	 * @return whether nobody knows
	 */
	public boolean retryIfUnknown(Answer<?> answer, Runnable request) {
		boolean unknown = !answer.isOk() && answer.why().error().isOutcomeUnknown();
		if (unknown) {
			whenConnected(request);
		}
		return unknown;
	}

	private void runOrWait(Runnable task) {
		if (this.connected) {
			task.run();
		}
		else if (!this.over) {
			this.waiting.add(task);
		}
	}

	Duration longestLease(Duration wanted) {
		Duration byTimeout = min(wanted, this.rules.longestLease());
		return min(byTimeout, this.evidence.longestLease(this.rules));
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) <= 0) ? one : other;
	}

	Optional<Duration> leaseRemaining() {
		return this.heartbeat.remaining();
	}

	boolean hasBegun() {
		return this.znodes != null;
	}

	void begin(Znodes znodes) {
		this.znodes = znodes;
	}

	/**
	 * Go on with what another client has begun. After a change of their leader, servers
	 * may give the session no more time than they once granted that client.
	 */
	void resume(SessionTicket ticket) {
		this.rules = new LeaseRules(this.timing, ticket.timeout());
		this.begun = true;
		this.borrowed = true;
		this.legacy.addAll(ticket.left());
	}

	/**
	 * Whether another client has begun it, and may not have left it to this one.
	 */
	boolean isBorrowed() {
		return this.borrowed;
	}

	/**
	 * The other client has left it to this one, and to nobody else.
	 */
	void takenOver() {
		this.borrowed = false;
		this.loop.schedule(this.rules.timeout(), this.legacy::expire);
	}

	/**
	 * Close the handle, and the session with it if that is this client's own.
	 */
	void close(Runnable closed) {
		if (this.borrowed) {
			znodes().leave((password) -> closed.run());
		}
		else {
			znodes().close(closed);
		}
	}

	long id() {
		return this.id;
	}

	Moment now() {
		return this.loop.now();
	}

	void connected(long id, Duration timeout) {
		this.id = id;
		this.connected = true;
		this.connections++;
		if (!this.begun || timeout.compareTo(this.rules.timeout()) < 0) {
			this.rules = new LeaseRules(this.timing, timeout);
			this.heartbeat.shortenTo(this.rules.longestLease());
		}
		this.begun = true;
		this.heartbeat.beat();
		List<Runnable> tasks = List.copyOf(this.waiting);
		this.waiting.clear();
		tasks.forEach(this.loop::execute);
	}

	void disconnected() {
		this.connected = false;
	}

	void end() {
		this.connected = false;
		this.over = true;
		this.waiting.clear();
		this.heartbeat.endAll();
	}

}
