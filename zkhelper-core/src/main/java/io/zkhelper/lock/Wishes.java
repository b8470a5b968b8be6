package io.zkhelper.lock;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Wishes that a holder lets go, kept for those who will listen.
 */
final class Wishes {

	private final Executor executor;

	private final AtomicReference<State> state = new AtomicReference<>(new State(false, List.of()));

	Wishes(Executor executor) {
		this.executor = executor;
	}

	/**
	 * Call back for each wish, and now if there is one that nobody has heard.
	 */
	void listen(Runnable action) {
		State before = this.state.getAndUpdate((current) -> current.with(action));
		if (before.unheard()) {
			this.executor.execute(action);
		}
	}

	/**
	 * Wish.
	 */
	void add() {
		State before = this.state.getAndUpdate(State::withWish);
		before.listeners().forEach(this.executor::execute);
	}

	private record State(boolean unheard, List<Runnable> listeners) {

		State with(Runnable listener) {
			return new State(false, Stream.concat(this.listeners.stream(), Stream.of(listener)).toList());
		}

		State withWish() {
			return new State(this.listeners.isEmpty(), this.listeners);
		}

	}

}
