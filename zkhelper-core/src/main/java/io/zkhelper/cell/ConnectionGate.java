package io.zkhelper.cell;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.zkhelper.session.Cancellable;
import io.zkhelper.session.Engine;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Recipe;
import io.zkhelper.session.Session;
import io.zkhelper.session.SessionState;

/**
 * Where requests wait, in order, while a client has no connection. Lives on its event
 * loop.
 */
final class ConnectionGate implements Recipe {

	private final EventLoop loop;

	private final Map<Passenger, Cancellable> waiting = new LinkedHashMap<>();

	private boolean open;

	private boolean closed;

	private ConnectionGate(EventLoop loop) {
		this.loop = loop;
	}

	static ConnectionGate of(Engine engine) {
		ConnectionGate gate = new ConnectionGate(engine.loop());
		engine.add(gate);
		return gate;
	}

	/**
	 * Let somebody pass as soon as there is a connection.
	 * @param passenger who wants to pass
	 * @param patience how long it may take
	 */
	void pass(Passenger passenger, Duration patience) {
		if (this.open) {
			passenger.pass();
		}
		else if (this.closed || patience.toNanos() <= 0) {
			passenger.giveUp();
		}
		else {
			keep(passenger, patience, passenger::giveUp);
		}
	}

	/**
	 * Let somebody pass again who has passed in vain: after a while, or when there is a
	 * new connection.
	 * @param passenger who wants to pass
	 * @param pause how long to wait where the connection seems to be there
	 * @param patience how long it may take after that
	 */
	void passAgain(Passenger passenger, Duration pause, Duration patience) {
		if (this.closed) {
			passenger.giveUp();
		}
		else {
			keep(passenger, pause, () -> pass(passenger, patience));
		}
	}

	// Whoever waits is in the map, so that the end of the client reaches everybody
	private void keep(Passenger passenger, Duration time, Runnable afterwards) {
		this.waiting.put(passenger, this.loop.schedule(time, () -> {
			if (this.waiting.remove(passenger) != null) {
				afterwards.run();
			}
		}));
	}

	@Override
	public void onSession(Session session) {
		onResumed();
	}

	@Override
	public void onResumed() {
		this.open = true;
		dismiss().forEach(Passenger::pass);
	}

	@Override
	public void onSuspended() {
		this.open = false;
	}

	@Override
	public void onSessionOver(SessionState why) {
		this.open = false;
	}

	@Override
	public CompletionStage<Void> onClosing() {
		this.closed = true;
		dismiss().forEach(Passenger::giveUp);
		return CompletableFuture.completedFuture(null);
	}

	private List<Passenger> dismiss() {
		List<Passenger> all = List.copyOf(this.waiting.keySet());
		this.waiting.values().forEach(Cancellable::cancel);
		this.waiting.clear();
		return all;
	}

	/**
	 * Somebody who waits. One is not equal to another.
	 */
	interface Passenger {

		void pass();

		void giveUp();

	}

}
