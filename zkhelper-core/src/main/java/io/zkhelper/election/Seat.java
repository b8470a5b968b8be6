package io.zkhelper.election;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import io.zkhelper.session.EventLoop;

/**
 * What one participant wants: whether it takes part, pauses, or is on its way out. Lives
 * on the event loop.
 */
final class Seat {

	private static final Object PAUSE = "pause";

	private final EventLoop loop;

	private final Executor executor;

	private final ElectionOptions options;

	private final Standing standing;

	private final Campaign campaign;

	private final List<Runnable> afterDeparture = new ArrayList<>();

	// Who keeps the participant out of the queue, each until it lets it in again
	private final Set<Object> obstacles = new HashSet<>();

	private boolean opened;

	private boolean started;

	private boolean takingPart;

	private boolean departing;

	private boolean retired;

	private int stops;

	Seat(EventLoop loop, Executor executor, ElectionOptions options, Standing standing, Campaign campaign) {
		this.loop = loop;
		this.executor = executor;
		this.options = options;
		this.standing = standing;
		this.campaign = campaign;
	}

	void start() {
		if (this.retired) {
			return;
		}
		this.started = true;
		open();
		settle();
	}

	/**
	 * Watch for observers, whether the participant takes part or not.
	 */
	void observe() {
		if (!this.retired) {
			open();
			this.campaign.watchValue(this.standing.isObserved());
		}
	}

	private void open() {
		if (!this.opened) {
			this.opened = true;
			this.campaign.open();
		}
	}

	boolean isStarted() {
		return this.started;
	}

	boolean isRetired() {
		return this.retired;
	}

	/**
	 * How often the participant was stopped, which insiders may not have heard of yet.
	 */
	int stops() {
		return this.stops;
	}

	void stop(Runnable done) {
		this.started = false;
		tellStopped();
		depart(LossReason.STOPPED, done);
	}

	/**
	 * Stop, and start no more: a start may have been on its way.
	 */
	void retire(Runnable done) {
		this.retired = true;
		stop(done);
		this.standing.tellInsiders(TermListener::onClosed);
	}

	void pause(Runnable done) {
		keepOut(PAUSE, LossReason.PAUSED, done);
	}

	void resume(Runnable done) {
		letIn(PAUSE);
		done.run();
	}

	/**
	 * Keep the participant out of the queue, draining and releasing first if it leads.
	 * @param obstacle who does so
	 * @param reason what to tell about the term
	 * @param done called when the node is gone
	 */
	void keepOut(Object obstacle, LossReason reason, Runnable done) {
		this.obstacles.add(obstacle);
		depart(reason, done);
	}

	/**
	 * Let the participant in again, unless others keep it out.
	 * @param obstacle who has kept it out
	 */
	void letIn(Object obstacle) {
		if (this.obstacles.remove(obstacle)) {
			settle();
		}
	}

	void resign(Runnable done) {
		if (this.standing.term().isPresent()) {
			depart(LossReason.RESIGNED, done);
		}
		else {
			done.run();
		}
	}

	/**
	 * Give leadership up, and stay out of the queue for a while.
	 */
	void resign(Duration coolDown, Runnable done) {
		if (this.standing.term().isEmpty()) {
			done.run();
			return;
		}
		Object obstacle = new Object();
		keepOut(obstacle, LossReason.RESIGNED, () -> {
			this.loop.schedule(coolDown, () -> letIn(obstacle));
			done.run();
		});
	}

	/**
	 * Let go at once, because the client closes or hands its session over. A departure
	 * under way ends with it.
	 */
	void release(LossReason reason, Runnable done) {
		this.retired = true;
		this.started = false;
		this.takingPart = false;
		this.departing = true;
		this.afterDeparture.add(done);
		leave(reason);
		tellStopped();
		this.standing.tellInsiders(TermListener::onClosed);
	}

	private void tellStopped() {
		this.stops++;
		this.standing.tellInsiders(TermListener::onStopped);
	}

	/**
	 * Let go at once and for good, and tell why.
	 */
	void fail(ElectionTrouble trouble) {
		release(LossReason.STOPPED, this.campaign::close);
		this.standing.fail(trouble);
	}

	CompletionStage<Optional<Term>> latestTerm() {
		return this.campaign.latestTerm();
	}

	void close() {
		this.campaign.close();
	}

	private void depart(LossReason reason, Runnable done) {
		this.afterDeparture.add(done);
		if (this.departing) {
			return;
		}
		this.departing = true;
		this.takingPart = false;
		this.standing.term().ifPresentOrElse((term) -> drain(term, reason), () -> leave(reason));
	}

	private void drain(ActiveTerm term, LossReason reason) {
		this.standing.drain();
		new Drain(this.loop, () -> leave(reason)).start(term.gate(), this.options.drainTimeout(), this.executor);
	}

	private void leave(LossReason reason) {
		this.campaign.end(reason, this::departed);
	}

	private void departed() {
		this.departing = false;
		List<Runnable> done = List.copyOf(this.afterDeparture);
		this.afterDeparture.clear();
		settle();
		done.forEach(Runnable::run);
	}

	private void settle() {
		if (this.departing || this.takingPart) {
			return;
		}
		if (this.started && this.obstacles.isEmpty() && !this.options.observer()) {
			this.takingPart = true;
			this.campaign.begin();
		}
		else {
			this.standing.moveTo(restingState());
		}
	}

	private ElectionState restingState() {
		if (!this.started) {
			return ElectionState.IDLE;
		}
		return this.options.observer() ? ElectionState.OBSERVING : ElectionState.PAUSED;
	}

}
