package io.zkhelper.election;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

import io.zkhelper.session.EventLoop;

/**
 * What one participant wants: whether it takes part, pauses, or is on its way out. Lives
 * on the event loop.
 */
final class Seat {

	private final EventLoop loop;

	private final Executor executor;

	private final ElectionOptions options;

	private final Standing standing;

	private final Campaign campaign;

	private final List<Runnable> afterDeparture = new ArrayList<>();

	private boolean opened;

	private boolean started;

	private boolean paused;

	private boolean takingPart;

	private boolean departing;

	private boolean retired;

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
		if (!this.opened) {
			this.opened = true;
			this.campaign.open();
		}
		settle();
	}

	void stop(Runnable done) {
		this.started = false;
		depart(LossReason.STOPPED, done);
	}

	/**
	 * Stop, and start no more: a start may have been on its way.
	 */
	void retire(Runnable done) {
		this.retired = true;
		stop(done);
	}

	void pause(Runnable done) {
		this.paused = true;
		depart(LossReason.PAUSED, done);
	}

	void resume(Runnable done) {
		this.paused = false;
		settle();
		done.run();
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
	 * Let go at once, because the client closes. A departure under way ends with it.
	 */
	void release(Runnable done) {
		this.retired = true;
		this.started = false;
		this.takingPart = false;
		this.departing = true;
		this.afterDeparture.add(done);
		leave(LossReason.STOPPED);
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
		this.standing.moveTo(ElectionState.DRAINING);
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
		if (this.started && !this.paused && !this.options.observer()) {
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
