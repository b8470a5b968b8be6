package io.zkhelper.election;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Listeners;
import org.jspecify.annotations.Nullable;

/**
 * Who is told how an election goes: listeners and observers of users, and parts of the
 * election itself. Lives on the event loop.
 */
final class Audience {

	private final Listeners<LeadershipListener> listeners;

	private final Listeners<Consumer<ElectionView>> observers;

	private final Listeners<TermListener> insiders;

	private @Nullable ElectionView observed;

	private @Nullable ElectionEndedException failure;

	Audience(EventLoop loop, Executor executor) {
		this.listeners = new Listeners<>(executor);
		this.observers = new Listeners<>(executor);
		this.insiders = new Listeners<>(loop);
	}

	void add(Object key, LeadershipListener listener, Consumer<LeadershipListener> current) {
		ElectionEndedException over = this.failure;
		if (over == null) {
			this.listeners.add(key, listener, current);
		}
		else {
			this.listeners.add(key, listener, (late) -> late.onFailed(over));
			this.listeners.clear();
		}
	}

	void remove(Object key) {
		this.listeners.remove(key);
		this.observers.remove(key);
		this.insiders.remove(key);
	}

	/**
	 * Add somebody who wants to know who leads, and what was proclaimed.
	 */
	void addObserver(Object key, Consumer<ElectionView> observer) {
		ElectionView latest = this.observed;
		this.observers.add(key, observer, (added) -> {
			if (latest != null) {
				added.accept(latest);
			}
		});
	}

	boolean isObserved() {
		return !this.observers.isEmpty();
	}

	void addInsider(Object key, TermListener insider, Consumer<TermListener> current) {
		this.insiders.add(key, insider, current);
	}

	void tell(Consumer<LeadershipListener> message) {
		this.listeners.tell(message);
	}

	void tellInsiders(Consumer<TermListener> message) {
		this.insiders.tell(message);
	}

	void leaderChanged(ElectionView view) {
		this.listeners.tellLatest((listener) -> listener.onLeaderChanged(view));
	}

	/**
	 * Something was seen of the election.
	 */
	void viewed(ElectionView view) {
		if (this.observed == null || !this.observed.current().equals(view.current())) {
			this.observed = view;
			this.observers.tellLatest((observer) -> observer.accept(view));
		}
	}

	/**
	 * Tell listeners the last that they will hear.
	 */
	void fail(ElectionEndedException failure) {
		this.failure = failure;
		this.listeners.tell((listener) -> listener.onFailed(failure));
		this.listeners.clear();
		this.observers.clear();
	}

}
