package io.zkhelper.presence;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import io.zkhelper.presence.Step.Past;
import io.zkhelper.session.Answer;
import io.zkhelper.session.Backoff;
import io.zkhelper.session.Cancellable;
import io.zkhelper.session.NodeData;
import io.zkhelper.session.NodeStat;
import io.zkhelper.session.Paths;
import io.zkhelper.session.Refusal;
import io.zkhelper.session.Rounds;
import io.zkhelper.session.Session;
import io.zkhelper.session.ZnodeError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the node of a presence during one session: looks what is there, does what follows
 * from it, and looks again whenever something may have changed. Lives on the event loop.
 */
final class Upkeep {

	private static final Logger logger = LoggerFactory.getLogger(Presence.class);

	private static final Duration RECHECK = Duration.ofSeconds(30);

	private final Subject subject;

	private final Session session;

	private final Writes writes;

	private final Timers timers;

	private final Backoff afterRefusal;

	private Cancellable watch = () -> {
	};

	private final Rounds rounds = new Rounds();

	// The creation of the node that LIMIT is about
	private long awaited;

	// The node was there in this session, so that only somebody else can have deleted it
	private boolean here;

	// What somebody else has done has been put up with for long enough
	private boolean undo;

	Upkeep(Subject subject, Session session) {
		this.subject = subject;
		this.session = session;
		this.writes = new Writes(subject, session.znodes());
		this.timers = new Timers(subject.engine().loop());
		this.afterRefusal = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), subject.engine().loop());
	}

	Session session() {
		return this.session;
	}

	/**
	 * Write what is wanted now.
	 */
	void update() {
		if (this.subject.standing().state() == PresenceState.REGISTERED) {
			this.undo = true;
			look();
		}
	}

	void onSuspended() {
		stopLooking();
		this.timers.stop(Timers.Kind.LIMIT);
		this.timers.stop(Timers.Kind.RECHECK);
	}

	void stop() {
		stopLooking();
		this.timers.stopAll();
		this.writes.stop();
	}

	private void stopLooking() {
		this.rounds.next();
		this.watch.cancel();
	}

	/**
	 * Look, after a change of the connection (guarantees, H13).
	 */
	void syncAndLook() {
		stopLooking();
		String path = this.subject.path();
		this.session.znodes().sync(path, this.rounds.answer((synced) -> proceed(synced, (ignored) -> look())));
	}

	void look() {
		stopLooking();
		this.timers.stop(Timers.Kind.RECHECK);
		this.timers.start(Timers.Kind.RECHECK, RECHECK, this::look);
		this.watch = this.session.znodes()
			.watch(this.subject.path(), (event) -> look(), this.rounds.answer(this::onSeen));
	}

	private void onSeen(Answer<NodeData> answer) {
		if (answer.failedWith(ZnodeError.NO_NODE)) {
			act(Found.NOTHING, NodeStat.NONE);
		}
		else {
			proceed(answer, this::onSeen);
		}
	}

	private void onSeen(NodeData node) {
		Found found = this.subject.memory().see(node.stat(), this.session);
		act(found, node.stat());
		if (found == Found.OWN) {
			compare(node);
		}
	}

	private <T> void proceed(Answer<T> answer, Consumer<T> next) {
		if (answer.isOk()) {
			next.accept(answer.value());
		}
		else if (answer.why().error().isOutcomeUnknown()) {
			this.session.whenConnected(this.rounds.task(this::syncAndLook));
		}
		else {
			onRefused(answer.why());
		}
	}

	private void onRefused(Refusal why) {
		logger.warn("Presence '{}': the servers refuse what it needs, which is tried again: {}",
				this.subject.spec().path(), why);
		if (!this.here) {
			this.subject.standing().moveTo(PresenceState.JOINING, "the servers refuse: " + why);
		}
		lookLater();
	}

	private void lookLater() {
		this.timers.start(Timers.Kind.RETRY, this.afterRefusal.next(), this::look);
	}

	private void act(Found found, NodeStat stat) {
		stopWaitingUnlessFor(stat);
		switch (Step.next(found, past(), this.subject.spec().whenTaken())) {
			case CREATE -> this.writes.create(this.rounds.answer(this::onWritten));
			case CREATE_LATER -> removed();
			case REPLACE -> this.writes.replace(stat.version(), this.rounds.answer(this::onWritten));
			case WAIT -> await(stat);
			case FAIL -> this.subject.failed().accept(reason(found, stat));
			case KEEP -> keep();
		}
	}

	// Each node has the whole limit, and none goes on while the own one is being created
	private void stopWaitingUnlessFor(NodeStat stat) {
		if (stat.czxid() != this.awaited) {
			this.awaited = stat.czxid();
			this.timers.stop(Timers.Kind.LIMIT);
		}
	}

	private Past past() {
		return (this.here && !this.undo) ? Past.HERE : this.subject.memory().past();
	}

	// Whether it was done or somebody was faster is seen by looking
	private void onWritten(Answer<List<NodeStat>> answer) {
		if (answer.failedWith(ZnodeError.NODE_EXISTS) || answer.failedWith(ZnodeError.BAD_VERSION)) {
			look();
		}
		else if (answer.failedWith(ZnodeError.NO_NODE)) {
			// A parent that vanishes again and again must not keep the servers busy
			lookLater();
		}
		else {
			proceed(answer, (stats) -> look());
		}
	}

	private void removed() {
		if (!this.timers.isRunning(Timers.Kind.UNDO)) {
			Duration delay = undoLater();
			this.subject.standing()
				.moveTo(PresenceState.REMOVED,
						"somebody else has deleted the node, which is created again after %s".formatted(delay));
		}
	}

	private Duration undoLater() {
		Duration delay = this.subject.undoDelay();
		this.timers.start(Timers.Kind.UNDO, delay, () -> {
			this.undo = true;
			look();
		});
		return delay;
	}

	private void await(NodeStat stat) {
		Duration limit = this.subject.limit(this.session);
		this.subject.standing().moveTo(PresenceState.WAITING, reason(Found.ANOTHER, stat));
		this.timers.start(Timers.Kind.LIMIT, limit, () -> this.subject.failed()
			.accept("%s, and is still there after %s".formatted(reason(Found.ANOTHER, stat), limit)));
	}

	private String reason(Found found, NodeStat stat) {
		return (found == Found.PERSISTENT)
				? "the node there does not go with any session: delete it, or choose another path"
				: "the node there belongs to somebody else, who has created it at %s".formatted(stat.created());
	}

	private void keep() {
		if (!this.here) {
			audit();
		}
		this.here = true;
		this.afterRefusal.reset();
		this.timers.stop(Timers.Kind.RETRY);
		this.subject.standing().moveTo(PresenceState.REGISTERED);
	}

	private void audit() {
		if (!this.subject.isOnTop()) {
			this.subject.engine().audit(this.session, List.of(Paths.parentOf(this.subject.path())));
		}
	}

	private void compare(NodeData node) {
		Content.Verdict verdict = this.subject.content().judge(node.data());
		if (verdict == Content.Verdict.RIGHT) {
			this.undo = false;
			this.timers.stop(Timers.Kind.UNDO);
		}
		else if (verdict == Content.Verdict.OUT_OF_DATE || this.undo) {
			this.writes.setData(node.stat().version(), this.rounds.answer(this::onWritten));
		}
		else if (!this.timers.isRunning(Timers.Kind.UNDO)) {
			logger.warn("Presence '{}': somebody else has changed the data, which are written again after {}",
					this.subject.spec().path(), undoLater());
		}
	}

}
