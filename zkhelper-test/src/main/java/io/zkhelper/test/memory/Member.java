package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import io.zkhelper.session.Cancellable;
import io.zkhelper.session.EventLoop;
import org.jspecify.annotations.Nullable;

/**
 * A server as a member of the ensemble: looks for a leader, follows it, and has on disk
 * what the leader has proposed. Called on the server's loop.
 */
final class Member {

	private static final Cancellable NOTHING = () -> {
	};

	private final SimulatedEnsemble ensemble;

	private final int number;

	private final EventLoop timers;

	private final SimulatedServer server;

	private final Database database;

	private final ProposalLog ahead;

	// Which leader it has promised to follow, against older ones
	private @Nullable QuorumLeader promised;

	private long epoch;

	private Map<Long, Duration> touched = new LinkedHashMap<>();

	private @Nullable QuorumLeader leader;

	private boolean up;

	private boolean serving;

	private long heard;

	private long looked = Long.MIN_VALUE;

	private final LeaderSearch search;

	private Cancellable next = NOTHING;

	Member(SimulatedEnsemble ensemble, int number, EventLoop timers) {
		this.ensemble = ensemble;
		this.number = number;
		this.timers = timers;
		this.database = ensemble.newDatabase();
		this.ahead = new ProposalLog(new Disk(timers, ensemble.diskLatency()));
		this.search = new LeaderSearch(ensemble, this);
		this.server = new SimulatedServer(ensemble, this);
	}

	int number() {
		return this.number;
	}

	EventLoop timers() {
		return this.timers;
	}

	SimulatedServer server() {
		return this.server;
	}

	Database database() {
		return this.database;
	}

	boolean isServing() {
		return this.serving;
	}

	/**
	 * Return whom it follows; itself if it leads.
	 */
	@Nullable QuorumLeader leader() {
		return this.leader;
	}

	boolean isLeader() {
		return this.leader != null && this.leader.member() == this;
	}

	void start() {
		if (this.up) {
			return;
		}
		this.up = true;
		if (this.ensemble.isAlone()) {
			lead();
		}
		else {
			lookLater();
		}
	}

	/**
	 * Crash: what is not on disk is lost.
	 */
	void stop() {
		this.up = false;
		this.ahead.crash();
		becomeLeaderless();
	}

	private void becomeLeaderless() {
		QuorumLeader last = this.leader;
		this.leader = null;
		this.serving = false;
		this.next.cancel();
		this.touched.clear();
		if (last != null && last.member() == this) {
			last.retire();
		}
		this.server.disconnectAll();
	}

	/**
	 * Follow a leader no more.
	 */
	void leave(QuorumLeader left) {
		if (this.leader == left) {
			becomeLeaderless();
			lookLater();
		}
	}

	private void lookLater() {
		this.next.cancel();
		this.next = this.timers.schedule(this.ensemble.lookDelay(), this::look);
	}

	private void look() {
		this.looked = now();
		QuorumLeader next = this.search.next();
		if (next != null) {
			this.ensemble.send(this, next.member(), () -> next.join(this));
		}
		if (next == null && this.ensemble.isBest(this)) {
			lead();
		}
		else {
			lookLater();
		}
	}

	private void lead() {
		this.ahead.drainTo(this.database::apply);
		QuorumLeader own = new QuorumLeader(this.ensemble, this, this.ensemble.nextEpoch());
		this.leader = own;
		this.promised = own;
		this.next.cancel();
		this.ensemble.onElected(own);
		own.begin();
	}

	/**
	 * Return whether it has looked for a leader just now.
	 */
	boolean isLooking(Duration justNow) {
		return this.up && this.leader == null && this.looked != Long.MIN_VALUE
				&& now() - this.looked <= justNow.toNanos();
	}

	private long now() {
		return this.timers.now().nanos();
	}

	/**
	 * Return whether it knows more than another one. The epoch counts first: what was
	 * proposed by a leader before it and never committed is void.
	 */
	boolean isAheadOf(Member other) {
		if (this.epoch != other.epoch) {
			return this.epoch > other.epoch;
		}
		return (newest() != other.newest()) ? newest() > other.newest() : this.number > other.number;
	}

	private long newest() {
		Transaction last = this.ahead.last();
		return (last != null) ? last.zxid() : this.database.zxid();
	}

	/**
	 * Return whether it has not promised a newer one to follow it.
	 */
	boolean accepts(QuorumLeader candidate) {
		return this.promised == null || this.promised.isVoid() || candidate.epoch() >= this.promised.epoch();
	}

	/**
	 * The leader lets it follow, and has sent all it knows.
	 */
	void onSynced(QuorumLeader leader, Database copy) {
		if (this.up && this.leader == null && accepts(leader)) {
			this.leader = leader;
			this.search.end();
			this.promised = leader;
			this.ahead.clear();
			this.database.copyFrom(copy);
			this.heard = now();
			this.next.cancel();
			this.ensemble.send(this, leader.member(), () -> leader.onJoined(this));
			listen(leader);
		}
	}

	private void listen(QuorumLeader to) {
		if (now() - this.heard > this.ensemble.settings().silenceLimit().toNanos()) {
			leave(to);
		}
		else {
			this.next = this.timers.schedule(this.ensemble.settings().halfTick(), () -> listen(to));
		}
	}

	void onUpToDate(QuorumLeader from) {
		if (this.leader == from) {
			this.epoch = from.epoch();
			this.database.setZxid(Math.max(this.database.zxid(), this.epoch << 32));
			this.serving = true;
		}
	}

	void onProposal(QuorumLeader from, Transaction transaction) {
		// Who has asked twice to follow is told twice
		if (this.leader == from && transaction.zxid() > newest()) {
			this.ahead.add(transaction,
					() -> this.ensemble.send(this, from.member(), () -> from.onLogged(this, transaction.zxid())));
		}
	}

	void onCommit(QuorumLeader from, Transaction transaction) {
		if (this.leader == from && this.ahead.remove(transaction)) {
			this.database.apply(transaction);
			this.server.onApplied(transaction);
		}
	}

	/**
	 * The leader is alive. The answer tells it which clients are.
	 */
	void onPing(QuorumLeader from) {
		if (this.leader == from) {
			this.heard = now();
			Map<Long, Duration> told = this.ensemble.swapped(this.touched);
			this.touched = new LinkedHashMap<>();
			this.ensemble.send(this, from.member(), () -> from.onPong(this, told));
		}
	}

	/**
	 * Something was heard of a client.
	 */
	void touch(long session, Duration timeout) {
		QuorumLeader known = this.leader;
		if (known != null && known.member() == this) {
			known.clocks().touch(session, timeout);
		}
		else {
			this.touched.put(session, timeout);
		}
	}

	void askLeader(Consumer<QuorumLeader> question) {
		QuorumLeader known = this.leader;
		if (known != null) {
			this.ensemble.send(this, known.member(), () -> {
				if (!known.isOver()) {
					question.accept(known);
				}
			});
		}
	}

	@Override
	public String toString() {
		String role = isLeader() ? "leads" : (this.leader != null) ? "follows " + this.leader.member().number : "looks";
		return "server %d %s%s, last transaction %x, %d ahead".formatted(this.number, this.up ? role : "is down",
				this.serving ? " and serves" : "", this.database.zxid(), this.ahead.size());
	}

}
