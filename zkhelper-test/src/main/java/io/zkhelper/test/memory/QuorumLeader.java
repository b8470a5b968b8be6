package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import io.zkhelper.session.Cancellable;
import io.zkhelper.session.ZnodeError;
import org.jspecify.annotations.Nullable;

/**
 * The leader of the ensemble, from its election to its fall: decides what happens in
 * which order. Called on its server's loop.
 */
final class QuorumLeader {

	private static final Cancellable NOTHING = () -> {
	};

	private final SimulatedEnsemble ensemble;

	private final Member self;

	private final long epoch;

	private final Outstanding outstanding;

	private final SessionClocks clocks;

	private final Followers followers;

	private final Proposals proposals;

	private long zxid;

	private boolean active;

	private boolean over;

	private Cancellable nextTick = NOTHING;

	private Cancellable nextReaping = NOTHING;

	QuorumLeader(SimulatedEnsemble ensemble, Member self, long epoch) {
		this.ensemble = ensemble;
		this.self = self;
		this.epoch = epoch;
		this.zxid = epoch << 32;
		this.outstanding = new Outstanding(self.database().tree());
		this.clocks = new SessionClocks(self.timers(), ensemble.settings().tickTime(), this::expire);
		this.followers = new Followers(ensemble, self);
		this.proposals = new Proposals(ensemble, this::commit);
	}

	Member member() {
		return this.self;
	}

	long epoch() {
		return this.epoch;
	}

	boolean isActive() {
		return this.active && !this.over;
	}

	/**
	 * Return whether it never was active and never will be, so that what it promised and
	 * was promised means nothing.
	 */
	boolean isVoid() {
		return this.over && !this.active;
	}

	boolean isOver() {
		return this.over;
	}

	SessionClocks clocks() {
		return this.clocks;
	}

	/**
	 * Take office: at once when alone, else when a majority has joined.
	 */
	void begin() {
		this.followers.add(this.self);
		this.followers.heardOf(this.self);
		if (!this.ensemble.isAlone()) {
			tick();
		}
		activateWithMajority();
	}

	private void activateWithMajority() {
		if (!this.active && this.followers.areMajority()) {
			this.active = true;
			this.self.database().sessions().forEach(this.clocks::track);
			this.followers.tellAll((member) -> member.onUpToDate(this));
			reapLater();
		}
	}

	/**
	 * A server that has no leader wants to follow: tell it all that is known, and from
	 * now on what the others are told.
	 */
	void join(Member member) {
		if (this.over) {
			return;
		}
		Database copy = this.ensemble.newDatabase();
		copy.copyFrom(this.self.database());
		this.followers.tell(member, () -> member.onSynced(this, copy));
		for (Transaction ahead : this.proposals.all()) {
			this.followers.tell(member, () -> member.onProposal(this, ahead));
		}
		this.followers.add(member);
	}

	/**
	 * A server follows.
	 */
	void onJoined(Member member) {
		if (!this.over) {
			this.followers.heardOf(member);
			if (this.active) {
				this.followers.tell(member, () -> member.onUpToDate(this));
			}
			activateWithMajority();
		}
	}

	private void tick() {
		if (this.followers.areMajorityOfLate() || !(this.active || this.followers.hadTimeToJoin())) {
			this.followers.tellOthers((member) -> member.onPing(this));
			this.nextTick = this.self.timers().schedule(this.ensemble.settings().halfTick(), this::tick);
		}
		else {
			this.self.leave(this);
		}
	}

	/**
	 * A follower has answered, and says which clients it has heard of.
	 */
	void onPong(Member member, Map<Long, Duration> touched) {
		if (!this.over) {
			this.followers.heardOf(member);
			touched.forEach(this.clocks::touch);
		}
	}

	void retire() {
		this.over = true;
		this.nextTick.cancel();
		this.nextReaping.cancel();
		this.clocks.stop();
	}

	void openSession(SimulatedServer via, Duration timeout, LongConsumer opened) {
		long id = this.ensemble.newSession();
		this.clocks.track(id, timeout);
		this.clocks.setOwner(id, via);
		propose(new Transaction.Receipt(via, () -> opened.accept(id)), (draft) -> draft.openSession(id, timeout));
	}

	/**
	 * A client goes on with its session through another server.
	 * @param done called on that server, with whether there is such a session
	 */
	void revalidate(SimulatedServer via, long session, Duration timeout, Consumer<Boolean> done) {
		boolean valid = this.clocks.touch(session, timeout);
		this.clocks.setOwner(session, via);
		this.followers.tell(via.member(), () -> done.accept(valid));
	}

	void closeSession(long session, Transaction.@Nullable Receipt receipt) {
		if (this.clocks.has(session)) {
			this.clocks.forget(session);
			propose(receipt, (draft) -> draft.closeSession(session));
		}
	}

	void expire(long session) {
		closeSession(session, null);
	}

	/**
	 * Do something in the name of the servers themselves.
	 */
	void propose(Transaction.@Nullable Receipt receipt, Consumer<Draft> changes) {
		Draft draft = newDraft(Draft.Author.THE_SERVERS);
		changes.accept(draft);
		propose(draft.finish(receipt));
	}

	private Draft newDraft(Draft.Author author) {
		this.zxid++;
		return new Draft(this.outstanding, this.ensemble.permissions(), author,
				new Znode.Mark(this.zxid, this.self.timers().now().wall()));
	}

	/**
	 * Decide about what a client wants to change.
	 */
	<T> void write(ClientWrite<T> write) {
		long session = write.author().session();
		if (this.clocks.isOwner(session, write.via())) {
			propose(write.applyTo(newDraft(write.author()), this.zxid));
		}
		else {
			ZnodeError error = this.clocks.has(session) ? ZnodeError.CONNECTION_LOSS : ZnodeError.SESSION_EXPIRED;
			this.followers.tell(write.via().member(), write.refusal(error));
		}
	}

	private void propose(Transaction transaction) {
		this.outstanding.add(transaction);
		this.proposals.add(transaction);
		this.followers.tellAll((member) -> member.onProposal(this, transaction));
	}

	/**
	 * A server has a proposal on disk.
	 */
	void onLogged(Member member, long zxid) {
		if (!this.over) {
			this.proposals.onLogged(member, zxid);
		}
	}

	private void commit(Transaction transaction) {
		this.outstanding.onCommitted(transaction);
		this.followers.tellAll((member) -> member.onCommit(this, transaction));
	}

	/**
	 * Tell a server when it has everything that was proposed before now.
	 */
	void sync(SimulatedServer via, Runnable done) {
		this.proposals.whenAllCommitted(() -> this.followers.tell(via.member(), done));
	}

	private void reapLater() {
		this.nextReaping = this.self.timers().schedule(this.ensemble.settings().containerInterval(), () -> {
			reap();
			reapLater();
		});
	}

	/**
	 * Remove empty containers.
	 */
	void reap() {
		List<String> empty = new ArrayList<>(this.self.database().tree().emptyContainers());
		empty.forEach((path) -> propose(null, (draft) -> draft.reap(path)));
	}

}
