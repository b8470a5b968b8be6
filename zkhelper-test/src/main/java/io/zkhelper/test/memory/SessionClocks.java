package io.zkhelper.test.memory;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongConsumer;

import io.zkhelper.session.Cancellable;
import io.zkhelper.session.EventLoop;
import org.jspecify.annotations.Nullable;

/**
 * When sessions expire, and through which server they may write, as the leader of the
 * ensemble has it. As the real one does, it lets them expire at the end of a tick.
 */
final class SessionClocks {

	private final EventLoop loop;

	private final Duration tick;

	private final LongConsumer expired;

	private final Map<Long, Clock> clocks = new LinkedHashMap<>();

	/**
	 * Create clocks of no sessions.
	 * @param loop the thread and the clock of the leader
	 * @param tick the length of a tick
	 * @param expired takes the sessions that were silent for too long
	 */
	SessionClocks(EventLoop loop, Duration tick, LongConsumer expired) {
		this.loop = loop;
		this.tick = tick;
		this.expired = expired;
	}

	void track(long session, Duration timeout) {
		Clock clock = new Clock();
		this.clocks.put(session, clock);
		touch(clock, timeout);
		callLater(session, clock);
	}

	/**
	 * Something was heard of a client.
	 * @return whether there is such a session
	 */
	boolean touch(long session, Duration timeout) {
		Clock clock = this.clocks.get(session);
		if (clock != null) {
			touch(clock, timeout);
		}
		return clock != null;
	}

	private void touch(Clock clock, Duration timeout) {
		long ticks = Math.floorDiv(now() + timeout.toNanos(), this.tick.toNanos()) + 1;
		clock.expiresAt = ticks * this.tick.toNanos();
	}

	private long now() {
		return this.loop.now().nanos();
	}

	private void callLater(long session, Clock clock) {
		Duration untilThen = Duration.ofNanos(clock.expiresAt - now());
		clock.timer = this.loop.schedule(untilThen, () -> onTimer(session, clock));
	}

	private void onTimer(long session, Clock clock) {
		if (this.clocks.get(session) == clock) {
			if (clock.expiresAt <= now()) {
				this.expired.accept(session);
			}
			else {
				callLater(session, clock);
			}
		}
	}

	boolean has(long session) {
		return this.clocks.containsKey(session);
	}

	/**
	 * Let a session write through a server, and no longer through another one.
	 */
	void setOwner(long session, SimulatedServer owner) {
		Clock clock = this.clocks.get(session);
		if (clock != null) {
			clock.owner = owner;
		}
	}

	/**
	 * Return whether a session may write through a server. Right after a change of the
	 * leader nobody knows who has it, and the first one gets it.
	 */
	boolean isOwner(long session, SimulatedServer server) {
		Clock clock = this.clocks.get(session);
		if (clock != null && clock.owner == null) {
			clock.owner = server;
		}
		return clock != null && clock.owner == server;
	}

	void forget(long session) {
		Clock clock = this.clocks.remove(session);
		if (clock != null) {
			clock.timer.cancel();
		}
	}

	void stop() {
		this.clocks.values().forEach((clock) -> clock.timer.cancel());
		this.clocks.clear();
	}

	/**
	 * When one session expires.
	 */
	private static final class Clock {

		private long expiresAt;

		private @Nullable SimulatedServer owner;

		private Cancellable timer = () -> {
		};

	}

}
