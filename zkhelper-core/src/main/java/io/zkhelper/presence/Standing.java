package io.zkhelper.presence;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;

import io.zkhelper.session.Awaited;
import io.zkhelper.session.EventLoop;
import io.zkhelper.session.Listeners;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How a presence stands: written by the event loop, read by anybody, told to listeners.
 */
final class Standing {

	private static final Logger logger = LoggerFactory.getLogger(Presence.class);

	private final String path;

	private final EventLoop loop;

	private final Listeners<PresenceListener> listeners;

	private final Awaited<PresenceState> settled;

	private volatile PresenceView view;

	Standing(String path, EventLoop loop, Executor executor) {
		this.path = path;
		this.loop = loop;
		this.listeners = new Listeners<>(executor);
		this.view = new PresenceView(PresenceState.IDLE, loop.now().wall(), "");
		this.settled = new Awaited<>(loop, () -> Optional.of(state()).filter(Standing::isSettled));
	}

	private static boolean isSettled(PresenceState state) {
		return state == PresenceState.REGISTERED || state.isOver();
	}

	PresenceView view() {
		return this.view;
	}

	PresenceState state() {
		return this.view.state();
	}

	boolean awaitRegistered(Duration timeout) throws InterruptedException {
		return this.settled.await(timeout).filter((state) -> state == PresenceState.REGISTERED).isPresent();
	}

	void moveTo(PresenceState next) {
		moveTo(next, "");
	}

	void moveTo(PresenceState next, String detail) {
		PresenceView previous = this.view;
		if (previous.state().isOver() || (previous.state() == next && previous.detail().equals(detail))) {
			return;
		}
		PresenceView now = new PresenceView(next, this.loop.now().wall(), detail);
		this.view = now;
		log(now);
		this.listeners.tellLatest((listener) -> listener.onChanged(now));
		this.settled.update();
	}

	private void log(PresenceView now) {
		switch (now.state()) {
			case REGISTERED -> logger.info("Presence '{}' is registered", this.path);
			case REMOVED, FAILED -> logger.warn("Presence '{}': {}", this.path, now.detail());
			default -> logger.debug("Presence '{}' is {} now; {}", this.path, now.state(), now.detail());
		}
	}

	void add(Object key, PresenceListener listener) {
		PresenceView now = this.view;
		this.listeners.add(key, listener, (added) -> added.onChanged(now));
	}

	void remove(Object key) {
		this.listeners.remove(key);
	}

}
