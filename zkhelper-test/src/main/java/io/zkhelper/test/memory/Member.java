package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
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

	private final Disk disk;

	// Proposed and not committed; on disk before those behind it are
	private final Deque<Transaction> ahead = new ArrayDeque<>();

	private long newestOnDisk;

	private long acceptedEpoch;

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
		this.disk = new Disk(timers, ensemble.diskLatency());
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
		this.disk.drop();
		this.ahead.removeIf((transaction) -> transaction.zxid() > this.newestOnDisk);
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
		this.ahead.forEach(this.database::apply);
		this.ahead.clear();
		QuorumLeader own = new QuorumLeader(this.ensemble, this, this.ensemble.nextEpoch());
		this.leader = own;
		this.acceptedEpoch = own.epoch();
		this.newestOnDisk = 0;
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
		if (this.acceptedEpoch != other.acceptedEpoch) {
			return this.acceptedEpoch > other.acceptedEpoch;
		}
		return (newest() != other.newest()) ? newest() > other.newest() : this.number > other.number;
	}

	private long newest() {
		return Math.max(this.database.zxid(), this.ahead.isEmpty() ? 0 : this.ahead.getLast().zxid());
	}

	/**
	 * The leader lets it follow, and has sent all it knows.
	 */
	void onSynced(QuorumLeader leader, Database copy) {
		if (this.up && this.leader == null) {
			this.leader = leader;
			this.search.end();
			this.acceptedEpoch = leader.epoch();
			this.newestOnDisk = 0;
			this.ahead.clear();
			this.disk.drop();
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
			this.serving = true;
		}
	}

	void onProposal(QuorumLeader from, Transaction transaction) {
		if (this.leader == from) {
			this.ahead.add(transaction);
			this.disk.write(() -> {
				this.newestOnDisk = transaction.zxid();
				this.ensemble.send(this, from.member(), () -> from.onLogged(this, transaction.zxid()));
			});
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
		return "server " + this.number;
	}

}
